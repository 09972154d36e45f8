import { CHECK_IN_KIND_TEXT } from '@regulars/shared';
import type { CheckIn } from '../../api/types';
import { texts } from '../../texts';
import { formatDelta } from '../../ui/format';
import { RecordList } from '../../ui/RecordList';
import type { Column } from '../../ui/records';
import { Moment, TextOrNone } from '../../ui/values';
import { useMemberCheckIns } from './use-members';

const t = texts.members;

const COLUMNS: readonly Column<CheckIn>[] = [
  { key: 'store', title: t.checkInStore, render: (row) => <TextOrNone text={row.store?.name} /> },
  { key: 'kind', title: t.checkInKind, render: (row) => CHECK_IN_KIND_TEXT[row.kind] },
  { key: 'day', title: t.checkInDay, render: (row) => row.businessDay },
  { key: 'points', title: t.checkInPoints, align: 'end', render: (row) => formatDelta(row.points) },
  { key: 'at', title: t.entryAt, render: (row) => <Moment at={row.at} /> },
];

export function CheckInHistory({ memberId }: { memberId: string }) {
  return (
    <RecordList
      label={t.checkIns}
      list={useMemberCheckIns(memberId)}
      columns={COLUMNS}
      rowKey={(row) => row.id}
      empty={t.checkInsEmpty}
    />
  );
}
