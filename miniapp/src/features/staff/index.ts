export { StaffOnly } from './StaffOnly';
export {
  useCounter,
  useFoundMember,
  usePickup,
  useStaff,
  useStaffRedemption,
  useStoreCode,
  useToday,
} from './use-staff';
