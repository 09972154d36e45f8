import { useParams } from 'react-router';
import { paths } from '../app/paths';
import { useBrandId } from '../app/session';
import { OrderActions } from '../features/orders/OrderActions';
import { OrderFacts } from '../features/orders/OrderFacts';
import { OrderHistory } from '../features/orders/OrderHistory';
import { OrderLines } from '../features/orders/OrderLines';
import { useOrder } from '../features/orders/use-orders';
import { texts } from '../texts';
import { Loaded } from '../ui/Loaded';
import { PageFrame } from '../ui/PageFrame';

export function Page() {
  const brandId = useBrandId();
  const { orderId = '' } = useParams();
  const order = useOrder(orderId);
  return (
    <PageFrame
      title={texts.orders.one}
      back={{ to: paths.page(brandId, 'orders'), text: texts.orders.title }}
      actions={order.data && <OrderActions order={order.data} />}
    >
      <Loaded query={order}>
        {(found) => (
          <>
            <OrderFacts order={found} />
            <div className="order-columns">
              <OrderLines order={found} />
              <OrderHistory order={found} />
            </div>
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}
