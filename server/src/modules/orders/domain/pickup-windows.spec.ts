import fc from 'fast-check';
import { minuteOfDay } from '../../../platform/clock/index.js';
import { PICKUP_RULE, pickupWindows } from './pickup-windows.js';

const ZONE = 'Asia/Shanghai';
const hours = { opensMinute: 8 * 60, closesMinute: 22 * 60 };
const noon = new Date('2026-06-01T04:00:00.000Z');
const today = { ...PICKUP_RULE, daysAhead: 0 };

describe('pick-up windows', () => {
  it('begin after the lead and end with the hours', () => {
    const windows = pickupWindows(hours, today, ZONE, noon);
    expect(windows[0]?.from.toISOString()).toBe('2026-06-01T04:30:00.000Z');
    expect(windows.at(-1)?.to.toISOString()).toBe('2026-06-01T14:00:00.000Z');
  });

  it('are tomorrow’s when today is over', () => {
    const late = new Date('2026-06-01T15:00:00.000Z');
    expect(pickupWindows(hours, today, ZONE, late)).toEqual([]);
    expect(pickupWindows(hours, { ...today, daysAhead: 1 }, ZONE, late)[0]?.from.toISOString()).toBe(
      '2026-06-02T00:00:00.000Z',
    );
  });

  it('go on past midnight where the store does', () => {
    const bar = { opensMinute: 18 * 60, closesMinute: 2 * 60 };
    const afterMidnight = new Date('2026-06-01T16:30:00.000Z');
    expect(pickupWindows(bar, today, ZONE, afterMidnight)[0]?.from.toISOString()).toBe(
      '2026-06-01T17:00:00.000Z',
    );
  });

  it('never overlap, never come too early and never lie outside the hours', () => {
    const rule = fc.record({
      leadMinutes: fc.nat(240),
      windowMinutes: fc.integer({ min: 5, max: 240 }),
      daysAhead: fc.nat(7),
      capacity: fc.constant(null),
    });
    const minute = fc.nat(1439);
    const instant = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(minute, minute, rule, instant, (opensMinute, closesMinute, wanted, now) => {
        const windows = pickupWindows({ opensMinute, closesMinute }, wanted, ZONE, now);
        windows.forEach(({ from, to }, index) => {
          expect(from.getTime()).toBeGreaterThanOrEqual(now.getTime() + wanted.leadMinutes * 60_000);
          expect(to.getTime() - from.getTime()).toBe(wanted.windowMinutes * 60_000);
          expect(from.getTime()).toBeGreaterThanOrEqual(windows[index - 1]?.to.getTime() ?? 0);
          const sinceOpening = (minuteOfDay(from, ZONE) - opensMinute + 1440) % 1440;
          const open = (closesMinute - opensMinute + 1440) % 1440 || 1440;
          expect(sinceOpening + wanted.windowMinutes).toBeLessThanOrEqual(open);
        });
      }),
    );
  });
});
