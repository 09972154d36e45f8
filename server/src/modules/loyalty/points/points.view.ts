import { LEDGER_CAUSES, type LedgerCause } from '@regulars/shared';
import { Instant, ListOf, OneOf, OpaqueId, Text, Whole } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { Balance, Lapsing, StatementEntry, WaitingEarning } from '../../ledger/index.js';
import { POINTS_MAX } from '../rewards/reward.view.js';

export const OUTLOOK_MAX = 50;

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

export class WaitingPointsView {
  @Whole({ min: 1, max: POINTS_MAX, doc: 'How many' })
  amount: number;

  @Text({ max: 120, doc: 'What they were earned by, for people' })
  text: string;

  @Instant({ doc: 'From when they can be spent' })
  maturesAt: string;
}

export class LapsingPointsView {
  @Whole({ min: 1, max: POINTS_MAX, doc: 'How many' })
  amount: number;

  @Instant({ doc: 'Until when they can be spent' })
  lapsesAt: string;
}

export class PointsOutlookView {
  @ListOf(() => WaitingPointsView, {
    max: OUTLOOK_MAX,
    doc: 'What is earned and still has to wait, the soonest first',
  })
  waiting: WaitingPointsView[];

  @ListOf(() => LapsingPointsView, { max: OUTLOOK_MAX, doc: 'What lapses within 30 days, the soonest first' })
  lapsing: LapsingPointsView[];
}

export function toPointsOutlookView(
  waiting: readonly WaitingEarning[],
  lapsing: readonly Lapsing[],
): PointsOutlookView {
  return {
    waiting: waiting.map(({ amount, text, maturesAt }) => ({
      amount,
      text,
      maturesAt: maturesAt.toISOString(),
    })),
    lapsing: lapsing.map(({ amount, at }) => ({ amount, lapsesAt: at.toISOString() })),
  };
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
