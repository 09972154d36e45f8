export { useCheckIn, useCheckIns } from './use-check-in';
