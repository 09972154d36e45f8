export { StaffOnly } from './StaffOnly';
export {
  useComing,
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
  useStoreStock,
  useStoreOrder,
  useStoreOrderActions,
  useStoreOrderRemarks,
  useStoreOrders,
  useToday,
} from './use-staff';
export { useStaffAfterSale, useStaffAfterSaleActions, useStaffAfterSales } from './use-after-sales';
