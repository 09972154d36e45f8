/** What is asked for on the command line. */
export interface AudienceSizes {
  readonly members: number;
  readonly tags: number;
  readonly factsPerMember: number;
  /** Members whose facts are rows as well, for plain SQL and DuckDB. */
  readonly sample: number;
}

export const VISIT_DAYS = 90;
export const NUMBER_NAMES = ['spend-365', 'orders-365', 'days-since-visit'] as const;

/** Days are numbers of days since 1970; what is measured is asked as of this one. */
export const TODAY = Math.floor(Date.now() / 86_400_000);

export const dayOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** Popular tags and rare ones, as Zipf found them: the shares add up to the facts a member has. */
export function tagShares(tags: number, factsPerMember: number): number[] {
  const weights = Array.from({ length: tags }, (_, rank) => 1 / (rank + 8) ** 0.9);
  const scale = factsPerMember / weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.min(0.6, weight * scale));
}
