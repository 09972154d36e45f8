/** What a member can own, and by which rules. A new unit is a new line here. */
export interface UnitRules {
  /** Earnings are kept as lots that are spent first-expiring-first. */
  readonly lots: boolean;
  /** A lot may carry the instant at which it lapses. */
  readonly expires: boolean;
}

const RULES = {
  points: { lots: true, expires: true },
  growth: { lots: false, expires: false },
} as const satisfies Record<string, UnitRules>;

export type Unit = keyof typeof RULES;

export const UNITS = Object.keys(RULES) as Unit[];

export function rulesOf(unit: Unit): UnitRules {
  return RULES[unit];
}
