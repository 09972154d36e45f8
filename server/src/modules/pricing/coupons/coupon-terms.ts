import type { Coupon, CouponWorth } from '../domain/coupon.js';
import type { CouponTemplate } from './coupon-template.entity.js';

/** @throws when the row is not what the table's own check lets in */
export function worthOfTemplate({ kind, offFen, rateBp, capFen }: CouponTemplate): CouponWorth {
  if (kind === 'amount' && offFen !== null) {
    return { kind, offFen };
  }
  if (kind === 'percent' && rateBp !== null) {
    return { kind, rateBp, capFen };
  }
  return { kind: 'exchange' };
}

/** A member's coupon as the rules of prices see it. */
export function couponOf(
  template: CouponTemplate,
  row: { readonly id: number; readonly validFrom: Date; readonly validTo: Date },
): Coupon {
  const { name, fromFen, scope, channels, storeIds, tierLevelFrom, withPromotions } = template;
  return {
    id: row.id,
    name,
    worth: worthOfTemplate(template),
    fromFen,
    scope,
    channels,
    storeIds,
    tierLevelFrom,
    withPromotions,
    validFrom: row.validFrom,
    validTo: row.validTo,
  };
}
