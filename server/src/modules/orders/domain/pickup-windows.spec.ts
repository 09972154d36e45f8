import fc from 'fast-check';
import { PICKUP_RULE, pickupWindows, type PickupRule } from './pickup-windows.js';

const DAY_MS = 86_400_000;
const EIGHT_HOURS_MS = 8 * 3_600_000;
const hours = { opensMinute: 8 * 60, closesMinute: 22 * 60 };
const noon = new Date('2026-06-01T04:00:00.000Z');
const today = { ...PICKUP_RULE, daysAhead: 0 };

/** Midnights in Shanghai: yesterday's, today's and those of the days ahead. */
function midnights(now: Date, daysAhead: number): Date[] {
  const today = Math.floor((now.getTime() + EIGHT_HOURS_MS) / DAY_MS);
  return Array.from(
    { length: daysAhead + 2 },
    (_, index) => new Date((today + index - 1) * DAY_MS - EIGHT_HOURS_MS),
  );
}

const minuteOfDay = (at: Date): number => Math.floor(((at.getTime() + EIGHT_HOURS_MS) % DAY_MS) / 60_000);

const windowsAt = (open: typeof hours, rule: PickupRule, now: Date) =>
  pickupWindows(open, rule, midnights(now, rule.daysAhead), now);

describe('pick-up windows', () => {
  it('begin after the lead and end with the hours', () => {
    const windows = windowsAt(hours, today, noon);
    expect(windows[0]?.from.toISOString()).toBe('2026-06-01T04:30:00.000Z');
    expect(windows.at(-1)?.to.toISOString()).toBe('2026-06-01T14:00:00.000Z');
  });

  it('are tomorrow’s when today is over', () => {
    const late = new Date('2026-06-01T15:00:00.000Z');
    expect(windowsAt(hours, today, late)).toEqual([]);
    expect(windowsAt(hours, { ...today, daysAhead: 1 }, late)[0]?.from.toISOString()).toBe(
      '2026-06-02T00:00:00.000Z',
    );
  });

  it('go on past midnight where the store does', () => {
    const bar = { opensMinute: 18 * 60, closesMinute: 2 * 60 };
    const afterMidnight = new Date('2026-06-01T16:30:00.000Z');
    expect(windowsAt(bar, today, afterMidnight)[0]?.from.toISOString()).toBe('2026-06-01T17:00:00.000Z');
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
        const windows = windowsAt({ opensMinute, closesMinute }, wanted, now);
        windows.forEach(({ from, to }, index) => {
          expect(from.getTime()).toBeGreaterThanOrEqual(now.getTime() + wanted.leadMinutes * 60_000);
          expect(to.getTime() - from.getTime()).toBe(wanted.windowMinutes * 60_000);
          expect(from.getTime()).toBeGreaterThanOrEqual(windows[index - 1]?.to.getTime() ?? 0);
          const sinceOpening = (minuteOfDay(from) - opensMinute + 1440) % 1440;
          const open = (closesMinute - opensMinute + 1440) % 1440 || 1440;
          expect(sinceOpening + wanted.windowMinutes).toBeLessThanOrEqual(open);
        });
      }),
    );
  });
});
