import { Link, useParams } from 'react-router';
import { Button } from 'antd';
import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons';
import { paths } from '../app/paths';
import { useSession } from '../app/session';
import type { Order } from '../api/types';
import { useOrder } from '../features/orders/use-orders';
import { texts } from '../texts';
import { formatInstant } from '../ui/format';
import { Loaded } from '../ui/Loaded';
import { useDocumentTitle } from '../ui/PageFrame';
import './order-slip.css';

const t = texts.orders;

/** Outside the shell: what is on this page goes onto the slip for kitchen or warehouse. */
export function Page() {
  useDocumentTitle(t.slip);
  const { orderId = '' } = useParams();
  return <Loaded query={useOrder(orderId)}>{(order) => <Slip order={order} />}</Loaded>;
}

function Slip({ order }: { order: Order }) {
  const { brand } = useSession();
  const { fulfilment, lines, note, pickupCode, outTradeNo, createdAt } = order;
  const { store, address, pickupFrom } = fulfilment;
  return (
    <>
      <div className="slip-bar">
        <Link to={paths.order(brand.id, order.id)}>
          <ArrowLeftOutlined /> {texts.common.back}
        </Link>
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t.print}
        </Button>
      </div>
      <main className="slip">
        <h1>{brand.name}</h1>
        <p className="slip-kind">{t.fulfilment[fulfilment.kind]}</p>
        {pickupCode && <p className="slip-code">{pickupCode}</p>}
        {store && <p>{store.name}</p>}
        {pickupFrom && <p>{t.slipWindow(formatInstant(pickupFrom))}</p>}
        {address && (
          <p>
            {address.name} {address.phone}
            <br />
            {address.address}
          </p>
        )}
        <ul>
          {lines.map(({ id, name, quantity, waitingQuantity, shippedQuantity }) => (
            <li key={id}>
              <span>{name}</span>
              <strong>
                × {fulfilment.kind === 'delivery' ? waitingQuantity + shippedQuantity : quantity}
              </strong>
            </li>
          ))}
        </ul>
        {note && <p className="slip-note">{t.slipNote(note)}</p>}
        <footer>
          {outTradeNo}
          <br />
          {formatInstant(createdAt)}
        </footer>
      </main>
    </>
  );
}
