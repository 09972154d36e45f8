export { Clock, TestClock } from './clock.js';
export {
  BRAND_ZONE,
  addDays,
  addMonths,
  businessDayOf,
  minuteOfDay,
  startOfBusinessDay,
} from './business-day.js';
