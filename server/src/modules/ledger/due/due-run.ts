import type { Tx, UnitOfWork } from '../../../platform/database/index.js';

/** Accounts in one transaction: enough that statements don't matter, few enough that nobody waits for long. */
export const BATCH = 500;

/** What was booked. */
export interface Done {
  readonly accounts: number;
  readonly amount: number;
}

export const NOTHING: Done = { accounts: 0, amount: 0 };

export interface DueRun extends Done {
  /** Whether everything that was due is done. */
  readonly finished: boolean;
}

/** How long a run may go on: others wait for their turn, too. */
export interface Patience {
  /** On the clock of `performance.now()`. */
  readonly until?: number;
}

/**
 * Repeats a batch, each in a transaction of its own, until nothing is due. What is booked is no longer due, so a run
 * that was killed goes on where it stopped, and two at once do nothing twice.
 *
 * @param batch answers undefined when nothing is due
 */
export async function repeat(
  unitOfWork: UnitOfWork,
  batch: (tx: Tx) => Promise<Done | undefined>,
  { until = Infinity }: Patience,
): Promise<DueRun> {
  let { accounts, amount } = NOTHING;
  for (;;) {
    const done = await unitOfWork.run(batch);
    if (!done) {
      return { accounts, amount, finished: true };
    }
    accounts += done.accounts;
    amount += done.amount;
    if (performance.now() > until) {
      return { accounts, amount, finished: false };
    }
  }
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
