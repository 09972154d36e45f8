export { PricingModule } from './pricing.module.js';
export { FreightTemplates } from './freight/freight-templates.js';
export { PointsRules } from './points/points-rules.js';
export { RunningPromotions, type PromotionBuyer } from './promotions/running-promotions.js';
export type { RunningPromotion } from './promotions/running-promotion.js';
export { PromotionUses } from './promotions/promotion-uses.js';
export { CouponTemplates } from './coupons/coupon-templates.js';
export { CouponTemplateLookup } from './coupons/coupon-template-lookup.js';
export { ClaimCoupon } from './coupons/claim-coupon.js';
export { GiveCoupon } from './coupons/give-coupon.js';
export { CouponDrops, DROP_CODE } from './coupons/coupon-drops.js';
export { CouponCentreView, CouponView, DropView, toCouponView, toTermsView } from './coupons/coupon.view.js';
export { BrandCouponsQuery } from './coupons/coupons.dto.js';
export { CouponBooks, type CouponOfOrder } from './coupons/coupon-books.js';
export { CouponUses } from './coupons/coupon-uses.js';
export { CouponWallet, type OwnedCoupon } from './coupons/coupon-wallet.js';
export { couponOf } from './coupons/coupon-terms.js';
export { quote, type PriceStep, type Quote } from './domain/quote.js';
export type { Cart } from './domain/cart.js';
export {
  DISCOUNT_RULES,
  PRICE_RULES,
  type CartLine,
  type DiscountRule,
  type LineDiscount,
  type PriceRule,
  type PricedLine,
} from './domain/line.js';
export { occasionObstacle, type Coupon, type CouponOccasion } from './domain/coupon.js';
export { byWorth } from './domain/rules/coupon.js';
