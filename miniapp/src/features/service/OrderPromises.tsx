import { PROMISE_STATUS_TEXT } from '@regulars/shared';
import { dayAndTime } from '@/text/time';
import { Block } from '@/ui/Block';
import { Row } from '@/ui/Row';
import { useOrderTerms } from './use-after-sales';

/** What was promised when the order was paid, each with its clock. */
export function OrderPromises({ orderId }: { orderId: string }) {
  const { data: terms } = useOrderTerms(orderId, true);
  if (!terms) {
    return null;
  }
  return (
    <Block flush title="服务保障">
      <Row
        icon="shield"
        title={`${terms.returnDays} 天无理由退货`}
        note={terms.returnUntil ? `到 ${dayAndTime(terms.returnUntil)} 为止` : '从收到商品算起'}
      />
      {terms.promises.map(({ guaranteeId, title, status, dueAt }) => (
        <Row
          key={guaranteeId}
          title={title}
          note={status === 'running' && dueAt ? `${dayAndTime(dueAt)} 前兑现` : undefined}
          value={PROMISE_STATUS_TEXT[status]}
        />
      ))}
    </Block>
  );
}
