export { StaffOnly } from './StaffOnly';
export {
  useCounter,
  useCounterCoupon,
  useCounterCoupons,
  useFoundMember,
  useGivableCoupons,
  usePickup,
  usePointsNotices,
  useStaff,
  useStaffRedemption,
  useStoreCode,
  useToday,
} from './use-staff';
