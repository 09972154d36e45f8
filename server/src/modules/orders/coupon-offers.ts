import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/index.js';
import { CouponWallet, byWorth, couponOf, occasionObstacle, quote, type Coupon } from '../pricing/index.js';
import type { PricedCart } from './price-cart.js';

/** A coupon that would take something off this very cart. */
export interface UsableCoupon {
  readonly coupon: Coupon;
  readonly savedFen: number;
}

export interface UnusableCoupon {
  readonly coupon: Coupon;
  /** Why, in words. */
  readonly reason: string;
}

export interface CouponOffers {
  /** What saves most comes first. */
  readonly usable: readonly UsableCoupon[];
  readonly unusable: readonly UnusableCoupon[];
}

/** What each of a member's coupons would do to a cart: the very pipeline asked once for each. */
@Injectable()
export class OfferCoupons {
  constructor(private readonly coupons: CouponWallet) {}

  async execute(
    reader: Reader,
    memberId: number | null,
    brandId: number,
    { cart, occasion, member }: Pick<PricedCart, 'cart' | 'occasion' | 'member'>,
  ): Promise<CouponOffers> {
    if (memberId === null || !member) {
      return { usable: [], unusable: [] };
    }
    const owned = await this.coupons.usable(reader, memberId, brandId);
    // Points adapt to what is left, so they have no say in which coupon is best.
    const bare = { ...cart, points: undefined, coupon: undefined };
    const withoutFen = quote(bare).payFen;
    const usable: UsableCoupon[] = [];
    const unusable: UnusableCoupon[] = [];
    for (const { template, row } of owned) {
      const coupon = couponOf(template, row);
      const priced = quote({ ...bare, coupon });
      const reason = occasionObstacle(coupon, occasion) ?? priced.couponObstacle;
      if (reason === undefined) {
        usable.push({ coupon, savedFen: withoutFen - priced.payFen });
      } else {
        unusable.push({ coupon, reason });
      }
    }
    return { usable: byWorth(usable), unusable };
  }
}
