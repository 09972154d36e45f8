import type { Lot, LotShare } from './lots.js';
import { planExpiry, planMaturing } from './movements.js';

export interface Balances {
  readonly pending: number;
  readonly available: number;
  /** Zero or below. */
  readonly debt: number;
}

/** An earning whose time has come. */
export interface DueHold {
  readonly id: number;
  readonly waiting: number;
}

/** From what waits to where it counts, with the balances afterwards. */
export interface Maturing {
  readonly to: 'available' | 'debt';
  readonly amount: number;
  readonly pendingAfter: number;
  readonly toAfter: number;
}

/** Matures the earnings of one member one after the other: the first ones repay what is owed. */
export function matureAll<H extends DueHold>(
  before: Balances,
  holds: readonly H[],
): { readonly hold: H; readonly maturings: readonly Maturing[] }[] {
  let { pending, available, debt } = before;
  return holds.map((hold) => {
    const planned = planMaturing(0 - debt, hold.waiting);
    const maturings: Maturing[] = [];
    if (planned.debt > 0) {
      pending -= planned.debt;
      debt += planned.debt;
      maturings.push({ to: 'debt', amount: planned.debt, pendingAfter: pending, toAfter: debt });
    }
    if (planned.available > 0) {
      pending -= planned.available;
      available += planned.available;
      maturings.push({
        to: 'available',
        amount: planned.available,
        pendingAfter: pending,
        toAfter: available,
      });
    }
    return { hold, maturings };
  });
}

/** What one member's lots have lost to time; undefined when that is nothing. */
export interface Lapsing {
  readonly amount: number;
  readonly taken: readonly LotShare[];
  readonly availableAfter: number;
}

export function lapseAll(available: number, lots: readonly Lot[], by: Date): Lapsing | undefined {
  const { available: change, taken } = planExpiry({ available, lots }, by);
  return change === 0 ? undefined : { amount: 0 - change, taken, availableAfter: available + change };
}
