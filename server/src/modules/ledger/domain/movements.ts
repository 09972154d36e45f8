import { byExpiry, sumOf, takeFrom, type Lot, type LotShare } from './lots.js';

/** What a member can spend in one unit. */
export interface Holdings {
  readonly available: number;
  /** Open lots; empty for units without lots. */
  readonly lots: readonly Lot[];
}

/**
 * What a booking changes on the member's side. `available` and `debt` are the signed changes of the two accounts
 * and never point in opposite directions: a positive `debt` repays, a negative one lends.
 */
export interface Movement {
  readonly available: number;
  readonly debt: number;
  readonly taken: readonly LotShare[];
  readonly restored: readonly LotShare[];
}

/** A debt is repaid before anything can be spent again. */
export function planEarning(owed: number, amount: number): Movement {
  const repaid = Math.min(owed, amount);
  return { available: amount - repaid, debt: repaid, taken: [], restored: [] };
}

/** First-expiring-first. How much is missing decides the refusal; nothing is taken then. */
export function planSpending(holdings: Holdings, amount: number): Movement | { missing: number } {
  if (holdings.available < amount) {
    return { missing: amount - holdings.available };
  }
  return taking(amount, 0, takeFrom(holdings.lots.toSorted(byExpiry), amount));
}

/** From the earning's own lots first, then from the others; what is spent already becomes a debt. */
export function planClawBack(holdings: Holdings, amount: number, ownLots: ReadonlySet<number>): Movement {
  const ordered = holdings.lots.toSorted(
    (a, b) => Number(ownLots.has(b.id)) - Number(ownLots.has(a.id)) || byExpiry(a, b),
  );
  const taken = Math.min(holdings.available, amount);
  return taking(taken, amount - taken, takeFrom(ordered, taken));
}

/**
 * A debt is repaid first; the rest goes into the lots it came from, the last to expire first: that is kindest when
 * only a part comes back. `used` is what the spending still has of each lot.
 */
export function planGivingBack(owed: number, amount: number, used: readonly Lot[]): Movement {
  const repaid = Math.min(owed, amount);
  const kept = amount - repaid;
  return {
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
  return { available: 0 - fromAvailable, debt: 0 - fromDebt, taken, restored: [] };
}
