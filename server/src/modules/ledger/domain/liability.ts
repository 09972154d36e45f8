import type { LedgerCause } from '@regulars/shared';
import type { MemberRole, ProgramRole } from './legs.js';

/** What moved between two kinds of accounts for one reason within some time. */
export interface Flow {
  readonly cause: LedgerCause;
  readonly from: MemberRole | ProgramRole;
  readonly to: MemberRole | ProgramRole;
  readonly amount: number;
}

/** What the program owes its members, and what they owe it. */
export interface Standing {
  readonly available: number;
  readonly pending: number;
  /** Zero or more. */
  readonly debt: number;
}

/** What happened in a month. */
export interface Movements {
  readonly issued: number;
  readonly takenBack: number;
  readonly redeemed: number;
  readonly givenBack: number;
  readonly expired: number;
  readonly matured: number;
}

export const NOTHING_OWED: Standing = { available: 0, pending: 0, debt: 0 };

export function standingAfter(before: Standing, flows: readonly Flow[]): Standing {
  const moved = (role: MemberRole): number =>
    flows.reduce(
      (sum, { from, to, amount }) => sum + (to === role ? amount : 0) - (from === role ? amount : 0),
      0,
    );
  return {
    available: before.available + moved('available'),
    pending: before.pending + moved('pending'),
    debt: before.debt - moved('debt'),
  };
}

export function movementsOf(flows: readonly Flow[]): Movements {
  const sum = (wanted: (flow: Flow) => boolean): number =>
    flows.reduce((total, flow) => total + (wanted(flow) ? flow.amount : 0), 0);
  return {
    issued: sum(({ from }) => from === 'issued'),
    takenBack: sum(({ to }) => to === 'issued'),
    redeemed: sum(({ to }) => to === 'redeemed'),
    givenBack: sum(({ from }) => from === 'redeemed'),
    expired: sum(({ to }) => to === 'expired'),
    matured: sum(({ cause }) => cause === 'points.matured'),
  };
}

/** What is open, less what is owed: the number finance signs. */
export const liabilityOf = ({ available, pending, debt }: Standing): number => available + pending - debt;
