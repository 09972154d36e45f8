import { useSearchParams } from 'react-router';
import { Tabs } from 'antd';
import { ORDER_STATUSES, ORDER_STATUS_TEXT, type OrderStatus } from '@regulars/shared';
import { OrderTable } from '../features/orders/OrderTable';
import { useOrders } from '../features/orders/use-orders';
import { texts } from '../texts';
import { PageFrame } from '../ui/PageFrame';

const ALL = 'all';
const TABS = [
  { key: ALL, label: texts.common.all },
  ...ORDER_STATUSES.map((status) => ({ key: status, label: ORDER_STATUS_TEXT[status] })),
];

export function Page() {
  const [params, setParams] = useSearchParams();
  const status = ORDER_STATUSES.find((candidate) => candidate === params.get('status'));
  return (
    <PageFrame title={texts.orders.title} hint={texts.orders.hint}>
      <Tabs
        items={TABS}
        activeKey={status ?? ALL}
        onChange={(key) => setParams(key === ALL ? {} : { status: key })}
      />
      <Orders status={status} />
    </PageFrame>
  );
}

function Orders({ status }: { status: OrderStatus | undefined }) {
  return <OrderTable list={useOrders(status)} empty={texts.orders.empty} />;
}
