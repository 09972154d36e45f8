import type { PointsEntry } from '../../api/types';
import { texts } from '../../texts';
import { formatCount, formatDelta } from '../../ui/format';
import { RecordList } from '../../ui/RecordList';
import type { Column } from '../../ui/records';
import { Moment } from '../../ui/values';
import { usePointsEntries } from './use-members';

const t = texts.members;

const COLUMNS: readonly Column<PointsEntry>[] = [
  { key: 'text', title: t.entryText, render: (row) => row.text },
  { key: 'amount', title: t.entryAmount, align: 'end', render: (row) => formatDelta(row.amount) },
  { key: 'balance', title: t.entryBalance, align: 'end', render: (row) => formatCount(row.balanceAfter) },
  { key: 'at', title: t.entryAt, render: (row) => <Moment at={row.at} /> },
];

export function PointsStatement({ memberId }: { memberId: string }) {
  return (
    <RecordList
      label={t.entries}
      list={usePointsEntries(memberId)}
      columns={COLUMNS}
      rowKey={(row) => row.id}
      empty={t.entriesEmpty}
    />
  );
}
