export { Clock, TestClock } from './clock.js';
export { BRAND_ZONE, addDays, businessDayOf, minuteOfDay, startOfBusinessDay } from './business-day.js';
