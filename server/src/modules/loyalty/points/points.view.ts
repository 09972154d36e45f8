import { LEDGER_CAUSES, type LedgerCause } from '@regulars/shared';
import { Instant, OneOf, OpaqueId, Text, Whole } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { Balance, StatementEntry } from '../../ledger/index.js';
import { POINTS_MAX } from '../rewards/reward.view.js';

export class PointsView {
  @Whole({ min: 0, max: POINTS_MAX, doc: 'What can be spent' })
  available: number;

  @Whole({ min: 0, max: POINTS_MAX, doc: 'What is earned but cannot be spent yet' })
  pending: number;

  @Whole({ min: 0, max: POINTS_MAX, doc: 'What is owed after a refund; the next earnings repay it' })
  debt: number;
}

export class PointsEntryView {
  @OpaqueId('entry', { doc: 'The entry' })
  id: string;

  @Whole({ min: -POINTS_MAX, max: POINTS_MAX, doc: 'The change: above zero came in, below zero went out' })
  amount: number;

  @Whole({ min: -POINTS_MAX, max: POINTS_MAX, doc: 'The balance afterwards; below zero is what was owed' })
  balanceAfter: number;

  @OneOf(LEDGER_CAUSES, { name: 'LedgerCause', doc: 'What happened' })
  cause: LedgerCause;

  @Text({ max: 120, doc: 'What happened, for people' })
  text: string;

  @Instant({ doc: 'When it was booked' })
  at: string;
}

export function toPointsView({ available, pending, debt }: Balance): PointsView {
  return { available, pending, debt };
}

export function toPointsEntryView(entry: StatementEntry): PointsEntryView {
  return {
    id: toPublicId('entry', entry.id),
    amount: entry.amount,
    balanceAfter: entry.balanceAfter,
    cause: entry.cause,
    text: entry.text,
    at: entry.at.toISOString(),
  };
}
