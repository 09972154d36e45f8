import { Link } from 'react-router';
import { paths } from '../../app/paths';
import { useBrandId } from '../../app/session';
import type { OrderRow } from '../../api/types';
import { texts } from '../../texts';
import { RecordList } from '../../ui/RecordList';
import type { Column } from '../../ui/records';
import type { KeysetList } from '../../ui/use-keyset-list';
import { Fen, Moment } from '../../ui/values';
import { orderTitle } from './order-title';
import { OrderStatusTag } from './OrderStatusTag';

const t = texts.orders;

const FACTS: readonly Column<OrderRow>[] = [
  { key: 'goods', title: t.goods, render: orderTitle },
  { key: 'kind', title: t.fulfilmentTitle, render: (row) => t.fulfilment[row.kind] },
  { key: 'amount', title: t.due, align: 'end', render: (row) => <Fen value={row.payFen} /> },
  { key: 'status', title: t.status, render: (row) => <OrderStatusTag status={row.status} /> },
  { key: 'createdAt', title: t.createdAt, render: (row) => <Moment at={row.createdAt} /> },
];

export function OrderTable({ list, empty }: { list: KeysetList<OrderRow>; empty: string }) {
  const brandId = useBrandId();
  const number: Column<OrderRow> = {
    key: 'number',
    title: t.number,
    render: (row) => <Link to={paths.order(brandId, row.id)}>{row.outTradeNo}</Link>,
  };
  return (
    <RecordList
      label={t.title}
      list={list}
      columns={[number, ...FACTS]}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}
