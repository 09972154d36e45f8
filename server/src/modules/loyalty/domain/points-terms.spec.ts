import fc from 'fast-check';
import { businessDayOf } from '../../../platform/clock/index.js';
import { expiresAt, maturesAt, type PointsTerms } from './points-terms.js';

const ZONE = 'Asia/Shanghai';
const at = (wall: string): Date => new Date(`${wall}+08:00`);
const months = (expiryAfter: number): PointsTerms => ({ pendingDays: 0, expiry: 'months', expiryAfter });
const yearEnd = (expiryAfter: number): PointsTerms => ({ pendingDays: 0, expiry: 'year_end', expiryAfter });

describe('points lapse', () => {
  it.each([
    ['in the same night of the month', '2026-06-15T10:00:00', 12, '2027-06-16T00:00:00'],
    ['at the end of a shorter month', '2026-01-31T10:00:00', 1, '2026-03-01T00:00:00'],
    ['with the leap day in a leap year', '2028-01-31T10:00:00', 1, '2028-03-01T00:00:00'],
    ['a year after a leap day', '2028-02-29T10:00:00', 12, '2029-03-01T00:00:00'],
    ['over the end of the year', '2026-12-31T23:59:59.999', 2, '2027-03-01T00:00:00'],
    ['one day later when earned at midnight', '2027-01-01T00:00:00', 2, '2027-03-02T00:00:00'],
  ])('%s', (_, earned, after, lapses) => {
    expect(expiresAt(months(after), at(earned), ZONE)).toEqual(at(lapses));
  });

  it('with the year, which ends at midnight of the brand', () => {
    expect(expiresAt(yearEnd(1), at('2026-12-31T23:59:59.999'), ZONE)).toEqual(at('2028-01-01T00:00:00'));
    expect(expiresAt(yearEnd(1), at('2027-01-01T00:00:00'), ZONE)).toEqual(at('2029-01-01T00:00:00'));
    expect(expiresAt(yearEnd(0), at('2028-02-29T12:00:00'), ZONE)).toEqual(at('2029-01-01T00:00:00'));
  });

  it('or never', () => {
    expect(expiresAt({ pendingDays: 0, expiry: 'never', expiryAfter: 0 }, new Date(), ZONE)).toBeUndefined();
  });
});

describe('points mature', () => {
  const waiting = (pendingDays: number): PointsTerms => ({ ...months(12), pendingDays });

  it('after so many whole days, at midnight', () => {
    expect(maturesAt(waiting(7), at('2026-06-01T00:00:00'), ZONE)).toEqual(at('2026-06-09T00:00:00'));
    expect(maturesAt(waiting(7), at('2026-06-01T23:59:59'), ZONE)).toEqual(at('2026-06-09T00:00:00'));
    expect(maturesAt(waiting(1), at('2028-02-28T12:00:00'), ZONE)).toEqual(at('2028-03-01T00:00:00'));
    expect(maturesAt(waiting(0), at('2026-06-01T12:00:00'), ZONE)).toBeUndefined();
  });

  it('never before the window has passed, never after the night that follows it, and before they lapse', () => {
    const instants = fc.date({
      min: at('2026-01-01T00:00:00'),
      max: at('2034-01-01T00:00:00'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 3, max: 36 }),
        (now, days, after) => {
          const terms: PointsTerms = { pendingDays: days, expiry: 'months', expiryAfter: after };
          const matures = maturesAt(terms, now, ZONE)!;
          const windowMs = days * 86_400_000;
          expect(matures.getTime() - now.getTime()).toBeGreaterThan(windowMs);
          expect(matures.getTime() - now.getTime()).toBeLessThanOrEqual(windowMs + 86_400_000);
          const lapses = expiresAt(terms, now, ZONE)!;
          expect(lapses > matures).toBe(true);
          expect(businessDayOf(lapses, ZONE) > businessDayOf(new Date(lapses.getTime() - 1), ZONE)).toBe(
            true,
          );
        },
      ),
    );
  });
});
