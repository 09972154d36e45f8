import type { Connection } from 'mysql2/promise';

/** For what SQL can't read, such as bitmaps: looks at the same snapshot and answers what contradicts the claim. */
export type Inspection = (connection: Connection) => Promise<Record<string, unknown>[]>;

/** One claim about a live database. Both statements run in one snapshot, so that traffic can't blur them. */
export interface Check {
  readonly claim: string;
  /** Counts, as `n`, what the claim is about: a claim about nothing proves nothing. */
  readonly counted: string;
  /** Selects what contradicts the claim, with enough columns to find it. */
  readonly violations: string | Inspection;
}

/** One of the rules that never break, by its number in the architecture. */
export interface Rule {
  readonly number: number;
  readonly name: string;
  readonly checks: readonly Check[];
}
