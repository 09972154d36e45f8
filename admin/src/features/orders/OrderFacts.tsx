import { Card, Descriptions, Typography } from 'antd';
import { CARRIERS, type Carrier } from '@regulars/shared';
import type { Order } from '../../api/types';
import { texts } from '../../texts';
import { useNarrow } from '../../ui/use-narrow';
import { Moment, TextOrNone } from '../../ui/values';
import { OrderStatusTag } from './OrderStatusTag';

const t = texts.orders;

export function OrderFacts({ order }: { order: Order }) {
  const items = [
    { key: 'status', label: t.status, children: <OrderStatusTag status={order.status} /> },
    {
      key: 'number',
      label: t.number,
      children: <Typography.Text copyable>{order.outTradeNo}</Typography.Text>,
    },
    { key: 'createdAt', label: t.createdAt, children: <Moment at={order.createdAt} /> },
    { key: 'paidAt', label: t.paidAt, children: <Moment at={order.paidAt} /> },
    { key: 'kind', label: t.fulfilmentTitle, children: t.fulfilment[order.fulfilment.kind] },
    ...pickupFacts(order),
    ...deliveryFacts(order),
    { key: 'note', label: t.note, children: <TextOrNone text={order.note} /> },
  ];
  return (
    <Card>
      <Descriptions column={useNarrow() ? 1 : 2} items={items} />
    </Card>
  );
}

function pickupFacts({ fulfilment: { store }, pickupCode }: Order) {
  return [
    ...(store ? [{ key: 'store', label: t.pickupStore, children: store.name }] : []),
    ...(pickupCode ? [{ key: 'code', label: t.pickupCode, children: pickupCode }] : []),
  ];
}

function deliveryFacts({ fulfilment: { address, company, trackingNo } }: Order) {
  return [
    ...(address
      ? [
          { key: 'receiver', label: t.receiver, children: `${address.name} ${address.phone}` },
          { key: 'address', label: t.address, children: address.address },
        ]
      : []),
    ...(trackingNo
      ? [
          {
            key: 'shipment',
            label: t.shipment,
            children: (
              <Typography.Text copyable={{ text: trackingNo }}>
                {carrierName(company)} {trackingNo}
              </Typography.Text>
            ),
          },
        ]
      : []),
  ];
}

function carrierName(company: string | null): string {
  return company !== null && Object.hasOwn(CARRIERS, company)
    ? CARRIERS[company as Carrier]
    : (company ?? '');
}
