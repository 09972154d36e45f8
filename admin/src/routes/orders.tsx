import { Link, useSearchParams } from 'react-router';
import { Button, Tabs } from 'antd';
import { ORDER_STATUSES, ORDER_STATUS_TEXT } from '@regulars/shared';
import { paths } from '../app/paths';
import { useBrandId, useSession } from '../app/session';
import { OrderFilters } from '../features/orders/OrderFilters';
import { OrderTable } from '../features/orders/OrderTable';
import { useOrders, type OrderFilter } from '../features/orders/use-orders';
import { texts } from '../texts';
import { PageFrame } from '../ui/PageFrame';

const ALL = 'all';
const TABS = [
  { key: ALL, label: texts.common.all },
  ...ORDER_STATUSES.map((status) => ({ key: status, label: ORDER_STATUS_TEXT[status] })),
];
const WORDS = ['storeId', 'from', 'to', 'number', 'phone'] as const;

/** The filter lives in the address, so that a link or a way back shows the same orders. */
export function Page() {
  const brandId = useBrandId();
  const { can } = useSession();
  const [params, setParams] = useSearchParams();
  const filter: OrderFilter = {
    status: ORDER_STATUSES.find((candidate) => candidate === params.get('status')),
    ...Object.fromEntries(WORDS.map((word) => [word, params.get(word) ?? undefined])),
  };
  const change = (next: OrderFilter) =>
    setParams(
      Object.fromEntries(
        Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
    );
  return (
    <PageFrame
      title={texts.orders.title}
      hint={texts.orders.hint}
      actions={
        <>
          <Link to={paths.orderDesk(brandId)}>
            <Button>{texts.orders.desk}</Button>
          </Link>
          {can('orders.fulfil') && (
            <Link to={paths.checkoutLinks(brandId)}>
              <Button>{texts.orders.links}</Button>
            </Link>
          )}
        </>
      }
    >
      <Tabs
        items={TABS}
        activeKey={filter.status ?? ALL}
        onChange={(key) =>
          change({ ...filter, status: ORDER_STATUSES.find((candidate) => candidate === key) })
        }
      />
      <OrderFilters key={params.toString()} filter={filter} onChange={change} />
      <OrderTable list={useOrders(filter)} empty={texts.orders.empty} />
    </PageFrame>
  );
}
