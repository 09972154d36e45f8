import { useState } from 'react';
import { Button, Card, Empty, Input, List, Space } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { texts } from '../../texts';
import { formatInstant } from '../../ui/format';
import { Loaded } from '../../ui/Loaded';
import { useAction } from '../../ui/use-action';

const t = texts.orders;

/** What colleagues tell each other about the order; no customer sees it. */
export function OrderRemarks({ orderId }: { orderId: string }) {
  const { can } = useSession();
  const queryClient = useQueryClient();
  const key = [...keys.order(orderId), 'remarks'];
  const remarks = useQuery({
    queryKey: key,
    queryFn: async () => (await api.get('/api/admin/orders/{id}/remarks', { path: { id: orderId } })).items,
  });
  const [text, setText] = useState('');
  const adding = useAction(async () => {
    await api.post('/api/admin/orders/{id}/remarks', { path: { id: orderId }, body: { text: text.trim() } });
    setText('');
    await queryClient.invalidateQueries({ queryKey: key });
  });
  return (
    <Card title={t.remarks}>
      {can('orders.fulfil') && (
        <Space.Compact block>
          <Input
            value={text}
            maxLength={200}
            placeholder={t.remarkHint}
            aria-label={t.remarks}
            onChange={(event) => setText(event.target.value)}
          />
          <Button loading={adding.busy} disabled={text.trim() === ''} onClick={adding.run}>
            {t.remarkAdd}
          </Button>
        </Space.Compact>
      )}
      <Loaded query={remarks}>
        {(found) =>
          found.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.remarksNone} />
          ) : (
            <List
              dataSource={found}
              rowKey={({ at, text: said }) => `${at}${said}`}
              renderItem={({ author, text: said, at }) => (
                <List.Item>
                  <List.Item.Meta title={said} description={`${author} · ${formatInstant(at)}`} />
                </List.Item>
              )}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
