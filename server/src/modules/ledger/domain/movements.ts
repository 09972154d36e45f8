import { byExpiry, sumOf, takeFrom, type Lot, type LotShare } from './lots.js';

/** What a member can spend in one unit. */
export interface Holdings {
  readonly available: number;
  /** Open lots; empty for units without lots. */
  readonly lots: readonly Lot[];
}

/**
 * What a booking changes on the member's side. `available` and `debt` are the signed changes of the two accounts
 * and never point in opposite directions: a positive `debt` repays, a negative one lends. `pending` is what begins to
 * wait or no longer does.
 */
export interface Movement {
  readonly pending: number;
  readonly available: number;
  readonly debt: number;
  readonly taken: readonly LotShare[];
  readonly restored: readonly LotShare[];
}

/** A debt is repaid before anything can be spent again. */
export function planEarning(owed: number, amount: number): Movement {
  const repaid = Math.min(owed, amount);
  return { pending: 0, available: amount - repaid, debt: repaid, taken: [], restored: [] };
}

/** What waits repays nothing yet: it may still be taken back. */
export function planWaiting(amount: number): Movement {
  return { pending: amount, available: 0, debt: 0, taken: [], restored: [] };
}

/** What has waited long enough is earned now. */
export function planMaturing(owed: number, amount: number): Movement {
  return { ...planEarning(owed, amount), pending: 0 - amount };
}

/** First-expiring-first. How much is missing decides the refusal; nothing is taken then. */
export function planSpending(holdings: Holdings, amount: number): Movement | { missing: number } {
  if (holdings.available < amount) {
    return { missing: amount - holdings.available };
  }
  return taking(amount, 0, takeFrom(holdings.lots.toSorted(byExpiry), amount));
}

/** What an earning is itself: the part that still waits, and its lots. */
export interface Own {
  readonly waiting: number;
  readonly lots: ReadonlySet<number>;
}

/** From what still waits of the earning, from its own lots, then from the others; what is spent already becomes a debt. */
export function planClawBack(holdings: Holdings, amount: number, own: Own): Movement {
  const waiting = Math.min(own.waiting, amount);
  const rest = amount - waiting;
  const ordered = holdings.lots.toSorted(
    (a, b) => Number(own.lots.has(b.id)) - Number(own.lots.has(a.id)) || byExpiry(a, b),
  );
  const taken = Math.min(holdings.available, rest);
  return { ...taking(taken, rest - taken, takeFrom(ordered, taken)), pending: 0 - waiting };
}

/**
 * A debt is repaid first; the rest goes into the lots it came from, the last to expire first: that is kindest when
 * only a part comes back. `used` is what the spending still has of each lot.
 */
export function planGivingBack(owed: number, amount: number, used: readonly Lot[]): Movement {
  const repaid = Math.min(owed, amount);
  const kept = amount - repaid;
  return {
    pending: 0,
    available: kept,
    debt: repaid,
    taken: [],
    restored: takeFrom(used.toSorted(byExpiry).toReversed(), kept),
  };
}

/** All that has lapsed by the given instant. */
export function planExpiry(holdings: Holdings, by: Date): Movement {
  const lapsed = holdings.lots.filter((lot) => lot.expiresAt !== null && lot.expiresAt <= by);
  const shares = takeFrom(lapsed.toSorted(byExpiry), Number.MAX_SAFE_INTEGER);
  return taking(sumOf(shares), 0, shares);
}

function taking(fromAvailable: number, fromDebt: number, taken: readonly LotShare[]): Movement {
  // `0 - x` rather than `-x`: negating zero gives a zero that isn't equal to itself everywhere.
  return { pending: 0, available: 0 - fromAvailable, debt: 0 - fromDebt, taken, restored: [] };
}
