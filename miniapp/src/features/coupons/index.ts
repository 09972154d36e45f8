export { CouponCard } from './CouponCard';
export { scopeText, thresholdText, validText, worthText } from './coupon-text';
export {
  useCouponActions,
  useCouponCentre,
  useCouponDrop,
  useCoupons,
  useOfferedCoupon,
} from './use-coupons';
