import { formatFen, type CouponChannel } from '@regulars/shared';
import type { PricedLine } from './line.js';
import { partOf, totalOf } from './lines.js';
import { isInScope, type Scope } from './scope.js';

/** What a coupon is worth: money, a share of the price, or a piece of the goods themselves. */
export type CouponWorth =
  | { readonly kind: 'amount'; readonly offFen: number }
  | { readonly kind: 'percent'; readonly rateBp: number; readonly capFen: number | null }
  | { readonly kind: 'exchange' };

/** A member's coupon, with the terms of its template. */
export interface Coupon {
  readonly id: number;
  readonly name: string;
  readonly worth: CouponWorth;
  /** Goods in scope must cost this much. */
  readonly fromFen: number;
  readonly scope: Scope;
  readonly channels: readonly CouponChannel[];
  /** Empty: every store. */
  readonly storeIds: readonly number[];
  /** The lowest tier that may use it; null: every member. */
  readonly tierLevelFrom: number | null;
  /** Whether it goes with goods that a promotion made cheaper. */
  readonly withPromotions: boolean;
  readonly validFrom: Date;
  readonly validTo: Date;
}

/** Where and when it is to be used, and by whom. */
export interface CouponOccasion {
  readonly channel: CouponChannel;
  readonly storeId: number;
  readonly tierLevel: number;
  readonly now: Date;
}

/** Why it cannot be used here and now, whatever is in the cart; undefined when it can. */
export function occasionObstacle(coupon: Coupon, at: CouponOccasion): string | undefined {
  if (at.now < coupon.validFrom) {
    return '还没到可用时间';
  }
  if (at.now >= coupon.validTo) {
    return '已经过期';
  }
  if (!coupon.channels.includes(at.channel)) {
    return at.channel === 'miniapp' ? '仅限到店使用' : '仅限小程序下单使用';
  }
  if (coupon.storeIds.length > 0 && !coupon.storeIds.includes(at.storeId)) {
    return '所选门店不能使用';
  }
  if (coupon.tierLevelFrom !== null && at.tierLevel < coupon.tierLevelFrom) {
    return '当前会员等级还不能使用';
  }
  return undefined;
}

/** The lines that a coupon is about, as the rules before it left them. */
export function goodsOf(coupon: Coupon, lines: readonly PricedLine[]): ReadonlySet<PricedLine> {
  return new Set(
    lines.filter(
      (line) =>
        line.totalFen > 0 &&
        isInScope(coupon.scope, line) &&
        line.allows.coupons &&
        (coupon.withPromotions || !isPromoted(line)),
    ),
  );
}

/** Why it does not fit this cart; undefined when it does. */
export function cartObstacle(coupon: Coupon, lines: readonly PricedLine[]): string | undefined {
  const goods = goodsOf(coupon, lines);
  if (goods.size === 0) {
    return lines.some((line) => isInScope(coupon.scope, line))
      ? '不能与参加活动的商品同享'
      : '购物车里没有适用的商品';
  }
  const missing = coupon.fromFen - totalOf([...goods]);
  return missing > 0 ? `适用商品还差 ${formatFen(missing)}` : undefined;
}

/** What it takes off goods that cost this much. */
export function worthOf(worth: Exclude<CouponWorth, { kind: 'exchange' }>, goodsFen: number): number {
  if (worth.kind === 'amount') {
    return Math.min(worth.offFen, goodsFen);
  }
  const offFen = goodsFen - partOf(goodsFen, worth.rateBp);
  return Math.min(offFen, worth.capFen ?? offFen);
}

function isPromoted({ discounts }: PricedLine): boolean {
  return discounts.some(({ rule }) => rule === 'time-price' || rule === 'spend-and-save');
}
