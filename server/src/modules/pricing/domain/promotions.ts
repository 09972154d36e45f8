import type { Scope } from './scope.js';

/** What may come on top of a promotion. */
export interface Stacking {
  readonly coupons: boolean;
  readonly points: boolean;
}

interface Promotion {
  readonly id: number;
  readonly name: string;
  readonly stacking: Stacking;
}

export interface TimePriceItem {
  readonly skuId: number;
  readonly priceFen: number;
  /** Pieces that are sold at this price at each occasion; null: as long as there is stock. */
  readonly quota: number | null;
}

/** Prices of single SKUs, or a rate on everything in scope. */
export type TimePriceTerms =
  { readonly items: readonly TimePriceItem[] } | { readonly rateBp: number; readonly scope: Scope };

/** Pieces of a SKU that were sold at this occasion: to all, and to who asks. */
export interface Taken {
  readonly all: number;
  readonly mine: number;
}

export interface TimePrice extends Promotion {
  /** What limits count anew for: the day, where it recurs. */
  readonly occasion: string;
  readonly terms: TimePriceTerms;
  /** Pieces of a SKU that one person gets at this price at each occasion. */
  readonly perPerson: number | null;
  readonly taken: ReadonlyMap<number, Taken>;
}

export interface SpendTier {
  readonly fromFen: number;
  readonly offFen: number;
}

export interface SpendAndSave extends Promotion {
  readonly scope: Scope;
  readonly tiers: readonly SpendTier[];
}

export interface TierPrice extends Promotion {
  readonly tierName: string;
  /** What is paid of the list price: 9500 are 95 %. */
  readonly rateBp: number;
  readonly scope: Scope;
}

export interface SpendTerms {
  readonly scope: Scope;
  readonly tiers: readonly SpendTier[];
}

export interface TierTerms {
  readonly scope: Scope;
  readonly levels: readonly { readonly level: number; readonly rateBp: number }[];
}

/** What a promotion says besides when: one of these, by its kind. */
export type PromotionTerms = TimePriceTerms | SpendTerms | TierTerms;

export function isSpendTerms(terms: PromotionTerms): terms is SpendTerms {
  return 'tiers' in terms;
}

export function isTierTerms(terms: PromotionTerms): terms is TierTerms {
  return 'levels' in terms;
}
