/** One claim about a live database. Both statements run in one snapshot, so that traffic can't blur them. */
export interface Check {
  readonly claim: string;
  /** Counts, as `n`, what the claim is about: a claim about nothing proves nothing. */
  readonly counted: string;
  /** Selects what contradicts the claim, with enough columns to find it. */
  readonly violations: string;
}

/** One of the rules that never break, by its number in the architecture. */
export interface Rule {
  readonly number: number;
  readonly name: string;
  readonly checks: readonly Check[];
}
