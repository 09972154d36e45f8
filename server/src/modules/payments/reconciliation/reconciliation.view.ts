import {
  CLOSING_STATES,
  DIFFERENCE_KINDS,
  DIFFERENCE_STATES,
  type ClosingState,
  type DifferenceKind,
  type DifferenceState,
} from '@regulars/shared';
import {
  BusinessDay,
  Fen,
  Flag,
  Instant,
  ListOf,
  OneOf,
  OpaqueId,
  Text,
  Whole,
  pageOf,
} from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { Bill } from './bills.repository.js';
import type { Closing } from './closings.repository.js';
import type { Difference } from './differences.repository.js';
import { feeFenOf } from './domain/fees.js';

const COUNT_MAX = 1_000_000_000;
const FEN_MAX = 1_000_000_000_000;
export const DAYS_MAX = 62;

export class ClosingDayView {
  @BusinessDay({ doc: 'The day' })
  day: string;

  @OneOf(CLOSING_STATES, { name: 'ClosingState', doc: 'How far it is' })
  state: ClosingState;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Payments that came in' })
  payments: number;

  @Whole({ min: 0, max: FEN_MAX, doc: 'What came in' })
  paidFen: number;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Refunds that went out' })
  refunds: number;

  @Whole({ min: 0, max: FEN_MAX, doc: 'What went back' })
  refundedFen: number;

  @Whole({ min: -FEN_MAX, max: FEN_MAX, doc: 'WeChat’s fees, less those that came back with refunds' })
  feeFen: number;

  @Whole({ min: -FEN_MAX, max: FEN_MAX, doc: 'What is left of the day' })
  netFen: number;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Differences of this brand that nobody has settled' })
  openDifferences: number;

  @Whole({
    min: 0,
    max: COUNT_MAX,
    doc: 'Open differences of money that belongs to no known brand; they keep every brand from closing the day',
  })
  unassignedDifferences: number;

  @Text({ max: 200, nullable: true, doc: 'Why the bill isn’t here yet' })
  problem: string | null;

  @Instant({ nullable: true, doc: 'When the bill was fetched' })
  fetchedAt: string | null;

  @Text({ max: 40, nullable: true, doc: 'Who has closed the day' })
  signedBy: string | null;

  @Instant({ nullable: true, doc: 'When it was closed' })
  signedAt: string | null;
}

export class ClosingDaysView {
  @ListOf(() => ClosingDayView, { max: DAYS_MAX, doc: 'Newest first' })
  items: ClosingDayView[];
}

export class DifferenceView {
  @OpaqueId('difference', { doc: 'The difference' })
  id: string;

  @BusinessDay({ doc: 'The day of the bill' })
  day: string;

  @OneOf(DIFFERENCE_KINDS, { name: 'DifferenceKind', doc: 'What differs' })
  kind: DifferenceKind;

  @OneOf(DIFFERENCE_STATES, { name: 'DifferenceState', doc: 'Whether it is settled' })
  state: DifferenceState;

  @Text({ max: 200, doc: 'What it means, in words' })
  reason: string;

  @Fen({ min: -FEN_MAX, nullable: true, doc: 'What our books say' })
  oursFen: number | null;

  @Fen({ min: -FEN_MAX, nullable: true, doc: 'What the bill says' })
  billedFen: number | null;

  @Flag({ doc: 'Can be put right by asking WeChat' })
  mendable: boolean;

  @Flag({ doc: 'Of money that belongs to no known brand' })
  unassigned: boolean;

  @OpaqueId('order', { nullable: true, doc: 'The order it is about' })
  orderId: string | null;

  @Text({ max: 64, nullable: true, doc: 'The number of the order at WeChat' })
  outTradeNo: string | null;

  @Text({ max: 64, nullable: true, doc: 'The number of the refund at WeChat' })
  outRefundNo: string | null;

  @Text({ max: 200, nullable: true, doc: 'How somebody explained it' })
  note: string | null;

  @Text({ max: 40, nullable: true, doc: 'Who settled it; null when it settled by itself' })
  settledBy: string | null;

  @Instant({ nullable: true, doc: 'When it was settled' })
  settledAt: string | null;
}

export const DifferencePage = pageOf(DifferenceView);

type Names = ReadonlyMap<number, string>;

export interface DayFacts {
  readonly day: string;
  readonly bill: Bill | undefined;
  readonly closing: Closing | undefined;
  readonly open: { readonly own: number; readonly nobodys: number };
}

export function toClosingDayView({ day, bill, closing, open }: DayFacts, names: Names): ClosingDayView {
  const { payments = 0, paidFen = 0, refunds = 0, refundedFen = 0, feeMilliFen = 0 } = closing ?? {};
  const feeFen = feeFenOf(feeMilliFen);
  return {
    day,
    state: closing ? stateOf(closing, open) : bill ? 'waiting' : 'none',
    payments,
    paidFen,
    refunds,
    refundedFen,
    feeFen,
    netFen: paidFen - refundedFen - feeFen,
    openDifferences: open.own,
    unassignedDifferences: open.nobodys,
    problem: bill?.problem ?? null,
    fetchedAt: bill?.fetchedAt?.toISOString() ?? null,
    signedBy: nameOf(closing?.signedBy ?? null, names),
    signedAt: closing?.signedAt?.toISOString() ?? null,
  };
}

function stateOf(closing: Closing, open: DayFacts['open']): ClosingState {
  if (closing.signedAt) {
    return 'signed';
  }
  return open.own + open.nobodys > 0 ? 'open' : 'clear';
}

export function toDifferenceView(difference: Difference, names: Names): DifferenceView {
  const { day, kind, state, reason, oursFen, billedFen, outTradeNo, outRefundNo, note } = difference;
  return {
    id: toPublicId('difference', difference.id),
    day,
    kind,
    state,
    reason,
    oursFen,
    billedFen,
    mendable: difference.mendable && state === 'open',
    unassigned: difference.brandId === null,
    orderId: difference.orderId === null ? null : toPublicId('order', difference.orderId),
    outTradeNo,
    outRefundNo,
    note,
    settledBy: nameOf(difference.settledBy, names),
    settledAt: difference.settledAt?.toISOString() ?? null,
  };
}

function nameOf(adminId: number | null, names: Names): string | null {
  return adminId === null ? null : (names.get(adminId) ?? '已离职的同事');
}
