import { LEDGER_CAUSES, type LedgerCause } from '@regulars/shared';
import { Fen, Flag, Instant, ListOf, Nested, OneOf, PublicId, Text, Whole } from '../platform/http/index.js';
import type { Finding, LiabilityMonth, Proof } from '../modules/ledger/index.js';

const MAX = Number.MAX_SAFE_INTEGER;
/** A proof that is older than this is missing. */
const STALE_MS = 36 * 3_600_000;

export class LiabilityQuery {
  @PublicId('brand', { doc: 'The brand whose program is asked for' })
  brandId: number;
}

const FLOWS = ['issued', 'taken_back', 'redeemed', 'given_back', 'expired', 'matured'] as const;
type FlowKind = (typeof FLOWS)[number];

export class LiabilityCauseView {
  @OneOf(FLOWS, { name: 'LiabilityFlow', doc: 'Which way' })
  flow: FlowKind;

  @OneOf(LEDGER_CAUSES, { name: 'LedgerCause', doc: 'Why' })
  cause: LedgerCause;

  @Whole({ min: 0, max: MAX, doc: 'How many points' })
  points: number;
}

export class LiabilityMonthView {
  @Text({ max: 7, doc: 'The month, such as 2026-06' })
  month: string;

  @Whole({ min: 0, max: MAX, doc: 'Points that were given' })
  issued: number;

  @Whole({ min: 0, max: MAX, doc: 'Points that refunds took back' })
  takenBack: number;

  @Whole({ min: 0, max: MAX, doc: 'Points that were spent' })
  redeemed: number;

  @Whole({ min: 0, max: MAX, doc: 'Spent points that were given back' })
  givenBack: number;

  @Whole({ min: 0, max: MAX, doc: 'Points that lapsed' })
  expired: number;

  @Whole({ min: 0, max: MAX, doc: 'Points that had waited and could be spent from then on' })
  matured: number;

  @Whole({ min: 0, max: MAX, doc: 'Points that could be spent at its end' })
  available: number;

  @Whole({ min: 0, max: MAX, doc: 'Points that waited at its end' })
  pending: number;

  @Whole({ min: 0, max: MAX, doc: 'Points that members owed at its end' })
  debt: number;

  @Fen({ min: -MAX, doc: 'What was open at its end, less what was owed, in money' })
  valueFen: number;

  @ListOf(() => LiabilityCauseView, { max: 200, doc: 'The same by cause' })
  causes: LiabilityCauseView[];
}

export class ProofFindingView {
  @Text({ max: 32, doc: 'Which claim does not hold' })
  claim: string;

  @Whole({ min: 0, max: MAX, doc: 'The row, by its number in the ledger' })
  row: number;

  @Whole({ min: -MAX, max: MAX, nullable: true, doc: 'What it should be' })
  expected: number | null;

  @Whole({ min: -MAX, max: MAX, nullable: true, doc: 'What it is' })
  found: number | null;
}

export class LedgerProofView {
  @Instant({ doc: 'When it was complete' })
  finishedAt: string;

  @Whole({ min: 0, max: MAX, doc: 'Accounts it looked at' })
  accounts: number;

  @Whole({ min: 0, max: MAX, doc: 'Entries it looked at' })
  entries: number;

  @Whole({ min: 0, max: MAX, doc: 'What contradicts the books' })
  violations: number;

  @ListOf(() => ProofFindingView, { max: 20, doc: 'The first of it' })
  findings: ProofFindingView[];
}

export class PointsLiabilityView {
  @Whole({ min: 1, max: MAX, doc: 'So many points are worth one yuan' })
  pointsPerYuan: number;

  @ListOf(() => LiabilityMonthView, { max: 1200, doc: 'The newest first' })
  months: LiabilityMonthView[];

  @Nested(() => LedgerProofView, {
    nullable: true,
    doc: 'The proof of the last night; null before the first',
  })
  proof: LedgerProofView | null;

  @Flag({ doc: 'Whether somebody has to look: the proof found something, or did not run' })
  alarm: boolean;
}

interface Liability {
  readonly months: readonly LiabilityMonth[];
  readonly proof: (Proof & { readonly findings: readonly Finding[] }) | undefined;
  readonly pointsPerYuan: number;
  readonly now: Date;
}

export function toPointsLiabilityView({ months, proof, pointsPerYuan, now }: Liability): PointsLiabilityView {
  return {
    pointsPerYuan,
    months: months.map((month) => toMonthView(month, pointsPerYuan)),
    proof: proof ? toProofView(proof) : null,
    alarm:
      proof !== undefined &&
      (proof.violations > 0 || now.getTime() - (proof.finishedAt?.getTime() ?? 0) > STALE_MS),
  };
}

function toMonthView(
  { month, movements, closing, flows }: LiabilityMonth,
  perYuan: number,
): LiabilityMonthView {
  const open = closing.available + closing.pending - closing.debt;
  return {
    month,
    ...movements,
    ...closing,
    // To the whole fen below: what is owed is never shown larger than it is.
    valueFen: Math.floor((open * 100) / perYuan),
    causes: causesOf(flows),
  };
}

function causesOf(flows: LiabilityMonth['flows']): LiabilityCauseView[] {
  const sums = new Map<string, LiabilityCauseView>();
  for (const { cause, from, to, amount } of flows) {
    const flow = flowOf(from, to);
    const key = `${flow}:${cause}`;
    const before = sums.get(key)?.points ?? 0;
    sums.set(key, { flow, cause, points: before + amount });
  }
  return [...sums.values()].toSorted((a, b) => FLOWS.indexOf(a.flow) - FLOWS.indexOf(b.flow));
}

function flowOf(from: string, to: string): FlowKind {
  if (from === 'issued') {
    return 'issued';
  }
  if (from === 'redeemed') {
    return 'given_back';
  }
  const ends: Readonly<Record<string, FlowKind>> = {
    issued: 'taken_back',
    redeemed: 'redeemed',
    expired: 'expired',
  };
  return ends[to] ?? 'matured';
}

function toProofView({
  finishedAt,
  accounts,
  entries,
  violations,
  findings,
}: Proof & { readonly findings: readonly Finding[] }): LedgerProofView {
  return {
    finishedAt: (finishedAt ?? new Date(0)).toISOString(),
    accounts,
    entries,
    violations,
    findings: findings.map(({ claim, rowId, expected, found }) => ({ claim, row: rowId, expected, found })),
  };
}
