export interface Benefit {
  readonly title: string;
  readonly text: string;
}

export interface TierRule {
  readonly level: number;
  readonly name: string;
  /** Growth from which it holds. */
  readonly growthFrom: number;
  /** Whether its members buy at the member price. */
  readonly memberPrice: boolean;
  readonly benefits: readonly Benefit[];
}

/** Everybody is somebody: what holds below the first tier of a program, or when it has none. */
export const BASE_TIER: TierRule = { level: 0, name: '会员', growthFrom: 0, memberPrice: true, benefits: [] };

export interface TierStanding {
  readonly tier: TierRule;
  readonly next: { readonly name: string; readonly growthNeeded: number } | null;
}

/** Growth alone decides, so spending points never costs a tier. */
export function standingAt(tiers: readonly TierRule[], growth: number): TierStanding {
  const reached = tiers.filter((tier) => tier.growthFrom <= growth);
  const ahead = tiers.filter((tier) => tier.growthFrom > growth);
  const tier = reached.reduce((best, one) => (one.growthFrom >= best.growthFrom ? one : best), BASE_TIER);
  const [next] = ahead.toSorted((a, b) => a.growthFrom - b.growthFrom);
  return { tier, next: next ? { name: next.name, growthNeeded: next.growthFrom - growth } : null };
}
