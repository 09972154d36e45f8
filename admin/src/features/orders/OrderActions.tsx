import { useState } from 'react';
import { Button } from 'antd';
import { canMove } from '@regulars/shared';
import { useSession } from '../../app/session';
import type { Order } from '../../api/types';
import { texts } from '../../texts';
import { RefundDialog } from './RefundDialog';
import { ShipDialog } from './ShipDialog';

/** What can be done with the order now, by this admin. */
export function OrderActions({ order }: { order: Order }) {
  const { can } = useSession();
  const [open, setOpen] = useState<'ship' | 'refund'>();
  const close = () => setOpen(undefined);
  const shippable = order.fulfilment.kind === 'delivery' && canMove(order.status, 'shipped');
  const refundable = canMove(order.status, 'refunding') && order.paidFen > order.refundedFen;
  return (
    <>
      {shippable && can('orders.fulfil') && (
        <Button type="primary" onClick={() => setOpen('ship')}>
          {texts.orders.ship}
        </Button>
      )}
      {refundable && can('orders.refund') && (
        <Button danger onClick={() => setOpen('refund')}>
          {texts.orders.refund}
        </Button>
      )}
      <ShipDialog order={order} open={open === 'ship'} onClose={close} />
      <RefundDialog order={order} open={open === 'refund'} onClose={close} />
    </>
  );
}
