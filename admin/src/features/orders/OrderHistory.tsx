import { Card, Timeline } from 'antd';
import { ORDER_STATUS_TEXT, REFUND_STATUS_TEXT } from '@regulars/shared';
import type { Order } from '../../api/types';
import { texts } from '../../texts';
import { formatInstant, formatMoney } from '../../ui/format';

/** The order's way so far, newest first. */
export function OrderHistory({ order }: { order: Order }) {
  return (
    <Card title={texts.orders.history}>
      <Timeline
        items={stepsOf(order).map(({ at, title, text }) => ({
          children: (
            <>
              <div>{title}</div>
              {text && <div>{text}</div>}
              <time dateTime={at} className="order-event-time">
                {formatInstant(at)}
              </time>
            </>
          ),
        }))}
      />
    </Card>
  );
}

function stepsOf({ events, refunds }: Order) {
  const steps = [
    ...events.map(({ at, status, note }) => ({ at, title: ORDER_STATUS_TEXT[status], text: note })),
    ...refunds.map(({ at, status, amountFen }) => ({
      at,
      title: `${texts.orders.refunds} ${formatMoney(amountFen)}`,
      text: REFUND_STATUS_TEXT[status],
    })),
  ];
  // What happens within one transaction shares its instant; the later entry still stands on top.
  return steps
    .map((step, order) => ({ ...step, order }))
    .sort((a, b) => b.at.localeCompare(a.at) || b.order - a.order);
}
