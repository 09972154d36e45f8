import fc from 'fast-check';
import { addDays, businessDayOf, minuteOfDay, startOfBusinessDay } from './business-day.js';

const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const zone = fc.constantFrom(
  'Asia/Shanghai',
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
);

describe('business days', () => {
  it('turn at midnight in Shanghai, eight hours before UTC does', () => {
    expect(businessDayOf(new Date('2026-05-31T15:59:59.999Z'))).toBe('2026-05-31');
    expect(businessDayOf(new Date('2026-05-31T16:00:00.000Z'))).toBe('2026-06-01');
    expect(startOfBusinessDay('2026-06-01').toISOString()).toBe('2026-05-31T16:00:00.000Z');
  });

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days are %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });

  it('begin at an instant that belongs to them, the instant before to the day before', () => {
    fc.assert(
      fc.property(instant, zone, (at, inZone) => {
        const day = businessDayOf(at, inZone);
        const start = startOfBusinessDay(day, inZone);
        expect(businessDayOf(start, inZone)).toBe(day);
        expect(businessDayOf(new Date(start.getTime() - 1), inZone)).toBe(addDays(day, -1));
        expect(start.getTime()).toBeLessThanOrEqual(at.getTime());
      }),
    );
  });

  it('have 1440 minutes on the wall', () => {
    expect(minuteOfDay(new Date('2026-05-31T16:00:00.000Z'))).toBe(0);
    expect(minuteOfDay(new Date('2026-06-01T15:59:00.000Z'))).toBe(1439);
  });
});
