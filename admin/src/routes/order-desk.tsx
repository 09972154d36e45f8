import { Link } from 'react-router';
import { Button, Card, Empty, Form, Input, List, Tag } from 'antd';
import { useState } from 'react';
import { INVOICE_KIND_TEXT } from '@regulars/shared';
import { paths } from '../app/paths';
import { useBrandId, useSession } from '../app/session';
import { useInvoices, useIssueInvoice, useShippingAlarms } from '../features/orders/use-order-desk';
import { texts } from '../texts';
import { FormDialog } from '../ui/FormDialog';
import { formatInstant, formatMoney } from '../ui/format';
import { Loaded } from '../ui/Loaded';
import { PageFrame } from '../ui/PageFrame';
import { useAction } from '../ui/use-action';
import { useDone } from '../ui/use-done';

const t = texts.orders;

/** What is stuck: money that WeChat keeps, and invoices that customers wait for. */
export function Page() {
  const brandId = useBrandId();
  const { can } = useSession();
  return (
    <PageFrame title={t.desk} hint={t.deskHint} back={{ to: paths.page(brandId, 'orders'), text: t.title }}>
      <Alarms />
      {can('orders.fulfil') && <Invoices />}
    </PageFrame>
  );
}

function Alarms() {
  const brandId = useBrandId();
  const { can } = useSession();
  const alarms = useShippingAlarms();
  return (
    <Card title={t.alarms} className="desk-card">
      <Loaded query={alarms}>
        {(found) =>
          found.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.alarmsNone} />
          ) : (
            <List
              dataSource={found}
              rowKey="orderId"
              renderItem={({ orderId, outTradeNo, kind, problem, payFen, since }) => (
                <List.Item
                  actions={
                    kind !== 'not_sent' && can('orders.fulfil')
                      ? [<TellAgain key="again" tell={() => alarms.tellAgain(orderId)} />]
                      : []
                  }
                >
                  <List.Item.Meta
                    title={
                      <>
                        <Tag>{t.alarmKinds[kind]}</Tag>
                        <Link to={paths.order(brandId, orderId)}>{outTradeNo}</Link>
                      </>
                    }
                    description={[formatMoney(payFen), t.since(formatInstant(since)), problem]
                      .filter(Boolean)
                      .join(' · ')}
                  />
                </List.Item>
              )}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

function TellAgain({ tell }: { tell: () => Promise<void> }) {
  const done = useDone();
  const telling = useAction(async () => {
    await tell();
    done(t.toldAgain);
  });
  return (
    <Button size="small" loading={telling.busy} onClick={telling.run}>
      {t.tellAgain}
    </Button>
  );
}

function Invoices() {
  const brandId = useBrandId();
  const { rows, isPending, hasMore, loadMore } = useInvoices('requested');
  const [issuing, setIssuing] = useState<string>();
  const issue = useIssueInvoice();
  const done = useDone();
  return (
    <Card title={t.invoices} className="desk-card">
      <List
        loading={isPending}
        dataSource={[...rows]}
        rowKey="orderId"
        locale={{ emptyText: t.invoicesNone }}
        loadMore={hasMore && <Button onClick={loadMore}>{texts.common.loadMore}</Button>}
        renderItem={({ orderId, kind, title, taxNumber, email, requestedAt }) => (
          <List.Item
            actions={[
              <Button key="issue" size="small" onClick={() => setIssuing(orderId)}>
                {t.invoiceIssue}
              </Button>,
            ]}
          >
            <List.Item.Meta
              title={
                <Link to={paths.order(brandId, orderId)}>
                  {INVOICE_KIND_TEXT[kind]} · {title}
                </Link>
              }
              description={[taxNumber, email, formatInstant(requestedAt)].filter(Boolean).join(' · ')}
            />
          </List.Item>
        )}
      />
      <FormDialog<{ number: string }>
        title={t.invoiceIssue}
        open={issuing !== undefined}
        initialValues={{ number: '' }}
        submitText={t.invoiceIssue}
        onSubmit={async ({ number }) => {
          await issue(issuing ?? '', number.trim());
          setIssuing(undefined);
          done(t.invoiceIssued);
        }}
        onClose={() => setIssuing(undefined)}
      >
        <Form.Item
          name="number"
          label={t.invoiceNumber}
          rules={[{ required: true, pattern: /^\d{8,30}$/, message: t.invoiceNumberInvalid }]}
        >
          <Input maxLength={30} inputMode="numeric" autoComplete="off" />
        </Form.Item>
      </FormDialog>
    </Card>
  );
}
