import { Link } from 'react-router';
import { paths } from '../../app/paths';
import { useBrandId } from '../../app/session';
import type { ClosingDay } from '../../api/types';
import { texts } from '../../texts';
import { RecordList } from '../../ui/RecordList';
import type { Column } from '../../ui/records';
import type { KeysetList } from '../../ui/use-keyset-list';
import { Fen, None } from '../../ui/values';
import { ClosingStateTag } from './ClosingStateTag';
import { isMatched } from './is-matched';

const t = texts.reconciliation;

const FACTS: readonly Column<ClosingDay>[] = [
  { key: 'state', title: t.state, render: (row) => <ClosingStateTag state={row.state} /> },
  { key: 'paid', title: t.paid, align: 'end', render: (row) => <Amount day={row} fen={row.paidFen} /> },
  {
    key: 'refunded',
    title: t.refunded,
    align: 'end',
    render: (row) => <Amount day={row} fen={row.refundedFen} />,
  },
  { key: 'fee', title: t.fee, align: 'end', render: (row) => <Amount day={row} fen={row.feeFen} /> },
  { key: 'net', title: t.net, align: 'end', render: (row) => <Amount day={row} fen={row.netFen} /> },
  { key: 'differences', title: t.differences, render: (row) => <Left day={row} /> },
];

export function ClosingDayTable({ list }: { list: KeysetList<ClosingDay> }) {
  const brandId = useBrandId();
  const day: Column<ClosingDay> = {
    key: 'day',
    title: t.day,
    render: (row) => <Link to={paths.reconciliationDay(brandId, row.day)}>{row.day}</Link>,
  };
  return (
    <RecordList
      label={t.title}
      list={list}
      columns={[day, ...FACTS]}
      rowKey={(row) => row.day}
      empty={t.empty}
    />
  );
}

/** Before the bill is here nothing is said for certain. */
function Amount({ day, fen }: { day: ClosingDay; fen: number }) {
  return isMatched(day) ? <Fen value={fen} /> : <None />;
}

function Left({ day }: { day: ClosingDay }) {
  const left = day.openDifferences + day.unassignedDifferences;
  return left > 0 ? <>{t.differencesLeft(left)}</> : <>{isMatched(day) ? t.noDifferences : <None />}</>;
}
