import { Link } from 'react-router';
import { DIFFERENCE_KIND_TEXT, DIFFERENCE_STATE_TEXT } from '@regulars/shared';
import { paths } from '../../app/paths';
import { useBrandId, useSession } from '../../app/session';
import type { Difference } from '../../api/types';
import { texts } from '../../texts';
import { formatInstant } from '../../ui/format';
import { RecordList } from '../../ui/RecordList';
import type { Column } from '../../ui/records';
import { StatusTag, type Tone } from '../../ui/StatusTag';
import type { KeysetList } from '../../ui/use-keyset-list';
import { Fen, None } from '../../ui/values';
import { DifferenceActions } from './DifferenceActions';
import './differences.css';

const t = texts.reconciliation;
const TONE: Record<Difference['state'], Tone> = { open: 'todo', mended: 'good', accepted: 'calm' };

const COLUMNS: readonly Column<Difference>[] = [
  {
    key: 'kind',
    title: t.kind,
    render: ({ kind, state }) => (
      <span className="difference-kind">
        {DIFFERENCE_KIND_TEXT[kind]}
        <StatusTag tone={TONE[state]}>{DIFFERENCE_STATE_TEXT[state]}</StatusTag>
      </span>
    ),
  },
  { key: 'reason', title: t.reason, render: (row) => <Reason difference={row} /> },
  { key: 'ours', title: t.ours, align: 'end', render: ({ oursFen }) => <FenOrNone fen={oursFen} /> },
  { key: 'billed', title: t.billed, align: 'end', render: ({ billedFen }) => <FenOrNone fen={billedFen} /> },
];

export function DifferenceTable({ list }: { list: KeysetList<Difference> }) {
  const { can } = useSession();
  return (
    <RecordList
      label={t.differences}
      list={list}
      columns={COLUMNS}
      rowKey={(row) => row.id}
      empty={t.agreed}
      actions={can('reconciliation.settle') ? (row) => <DifferenceActions difference={row} /> : undefined}
    />
  );
}

function Reason({ difference }: { difference: Difference }) {
  const { reason, state, note, settledBy, settledAt } = difference;
  const at = settledAt ? formatInstant(settledAt) : '';
  return (
    <div className="difference-reason">
      {reason}
      <OrderLink difference={difference} />
      {note && <div className="difference-note">{note}</div>}
      {state !== 'open' && (
        <div className="difference-settled">
          {settledBy ? t.settledBy(settledBy, at) : `${t.byItself}，${at}`}
        </div>
      )}
    </div>
  );
}

function FenOrNone({ fen }: { fen: number | null }) {
  return fen === null ? <None /> : <Fen value={fen} />;
}

function OrderLink({ difference: { orderId, outTradeNo } }: { difference: Difference }) {
  const brandId = useBrandId();
  const { canOpen } = useSession();
  if (outTradeNo === null) {
    return null;
  }
  return (
    <div className="difference-number">
      {t.order}{' '}
      {orderId && canOpen('orders') ? (
        <Link to={paths.order(brandId, orderId)}>{outTradeNo}</Link>
      ) : (
        outTradeNo
      )}
    </div>
  );
}
