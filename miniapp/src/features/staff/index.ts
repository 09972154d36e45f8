export { StaffOnly } from './StaffOnly';
export {
  useCounter,
  useFoundMember,
  usePickup,
  usePointsNotices,
  useStaff,
  useStaffRedemption,
  useStoreCode,
  useToday,
} from './use-staff';
export { useStaffAfterSale, useStaffAfterSaleActions, useStaffAfterSales } from './use-after-sales';
