import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from 'antd';
import { PrinterOutlined } from '@ant-design/icons';
import { canHappen, canMove, type OrderMoveName } from '@regulars/shared';
import { paths } from '../../app/paths';
import { useBrandId, useSession } from '../../app/session';
import { api } from '../../api/api';
import type { Order } from '../../api/types';
import { texts } from '../../texts';
import { useAction } from '../../ui/use-action';
import { useDone } from '../../ui/use-done';
import { RefundDialog } from './RefundDialog';
import { RepriceDialog } from './RepriceDialog';
import { ShipDialog } from './ShipDialog';
import { useOrderChanged } from './use-orders';

const t = texts.orders;

/** What can be done with the order now, by this admin. */
export function OrderActions({ order }: { order: Order }) {
  const { can } = useSession();
  const brandId = useBrandId();
  const orderChanged = useOrderChanged();
  const done = useDone();
  const [open, setOpen] = useState<'ship' | 'refund' | 'price'>();
  const close = () => setOpen(undefined);
  const moves = (name: OrderMoveName) =>
    can('orders.fulfil') && canHappen(name, order.status, order.fulfilment.kind);
  const path = { id: order.id };
  const accepting = useAction(async () => {
    await api.post('/api/admin/orders/{id}/acceptance', { path });
    await orderChanged();
    done(t.accepted);
  });
  const readying = useAction(async () => {
    await api.post('/api/admin/orders/{id}/readiness', { path });
    await orderChanged();
    done(t.readied);
  });
  const refundable = canMove(order.status, 'refunding') && order.paidFen > order.refundedFen;
  return (
    <>
      {order.paidFen > 0 && (
        <Link to={paths.orderSlip(brandId, order.id)} target="_blank">
          <Button icon={<PrinterOutlined />}>{t.print}</Button>
        </Link>
      )}
      {order.status === 'pending_payment' && can('orders.reprice') && (
        <Button onClick={() => setOpen('price')}>{t.reprice}</Button>
      )}
      {moves('accept') && (
        <Button loading={accepting.busy} onClick={accepting.run}>
          {t.accept}
        </Button>
      )}
      {moves('make_ready') && (
        <Button loading={readying.busy} onClick={readying.run}>
          {t.makeReady}
        </Button>
      )}
      {moves('ship_all') && (
        <Button type="primary" onClick={() => setOpen('ship')}>
          {t.ship}
        </Button>
      )}
      {refundable && can('orders.refund') && (
        <Button danger onClick={() => setOpen('refund')}>
          {t.refund}
        </Button>
      )}
      <ShipDialog order={order} open={open === 'ship'} onClose={close} />
      <RefundDialog order={order} open={open === 'refund'} onClose={close} />
      <RepriceDialog order={order} open={open === 'price'} onClose={close} />
    </>
  );
}
