import { Card } from 'antd';
import type { Order } from '../../api/types';
import { texts } from '../../texts';
import { Picture } from '../../ui/Picture';
import { Fen } from '../../ui/values';
import './order.css';

const t = texts.orders;

/** What was bought, and how the amount came about: every fen has its line. */
export function OrderLines({ order }: { order: Order }) {
  return (
    <Card title={t.lines}>
      <ul className="order-lines">
        {order.lines.map((line) => (
          <li key={line.skuId}>
            <Picture url={line.pictureUrl} name={line.name} size={48} />
            <span className="order-line-name">{line.name}</span>
            <span className="order-line-count">
              <Fen value={line.listFen} /> × {line.quantity}
            </span>
            <span className="order-line-total">
              <Fen value={line.totalFen} />
            </span>
          </li>
        ))}
      </ul>
      <dl className="order-sums">
        {sumsOf(order).map(({ label, fen, strong }) => (
          <div key={label} className={strong ? 'order-sum-strong' : undefined}>
            <dt>{label}</dt>
            <dd>
              <Fen value={fen} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function sumsOf(order: Order) {
  return [
    ...order.steps.map(({ label, amountFen }) => ({ label, fen: amountFen, strong: false })),
    { label: t.due, fen: order.payFen, strong: true },
    { label: t.paid, fen: order.paidFen, strong: false },
    ...(order.refundedFen > 0 ? [{ label: t.refunded, fen: order.refundedFen, strong: false }] : []),
  ];
}
