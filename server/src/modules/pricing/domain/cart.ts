import type { Coupon } from './coupon.js';
import type { FreightZone } from './freight-zone.js';
import type { CartLine, PricedLine } from './line.js';
import type { PointsRule } from './points-rule.js';
import type { SpendAndSave, TierPrice, TimePrice } from './promotions.js';

/** Everything that decides a price: what is asked, who asks, and the rules that hold for them now. */
export interface Cart {
  readonly lines: readonly CartLine[];
  /** Whether member prices hold. */
  readonly member: boolean;
  /** What the member's tier pays. */
  readonly tierPrices?: readonly TierPrice[];
  readonly timePrices?: readonly TimePrice[];
  readonly spendAndSaves?: readonly SpendAndSave[];
  readonly coupon?: Coupon;
  readonly points?: PointsOffer;
  /** Absent when the customer picks up. */
  readonly freight?: FreightZone;
}

export interface PointsOffer {
  readonly rule: PointsRule;
  /** What the member can spend. */
  readonly balance: number;
  /** What the member likes to spend. */
  readonly wanted: number;
}

/** A rule sees the lines as the rules before it left them, always sorted by SKU. */
export type Rule = (cart: Cart, lines: readonly PricedLine[]) => readonly PricedLine[];
