import {
  addDays,
  addMonths,
  businessDayOf,
  startOfBusinessDay,
} from '../../../platform/clock/business-day.js';

export const EXPIRIES = ['never', 'months', 'year_end'] as const;
export type Expiry = (typeof EXPIRIES)[number];

/** From when and for how long points can be spent. */
export interface PointsTerms {
  /** Whole days of the refund window: what an order earns waits for their end. */
  readonly pendingDays: number;
  readonly expiry: Expiry;
  /** Months, or years beyond the running one; zero for never. */
  readonly expiryAfter: number;
}

export const BOUNDLESS: PointsTerms = { pendingDays: 0, expiry: 'never', expiryAfter: 0 };

/** When what is earned now can be spent: not before so many whole days have passed; undefined is at once. */
export function maturesAt({ pendingDays }: PointsTerms, now: Date, zone: string): Date | undefined {
  return pendingDays === 0
    ? undefined
    : startOfBusinessDay(addDays(businessDayOf(now, zone), pendingDays + 1), zone);
}

/** The instant at which what is earned now lapses, always a midnight; undefined is never. */
export function expiresAt({ expiry, expiryAfter }: PointsTerms, now: Date, zone: string): Date | undefined {
  const day = businessDayOf(now, zone);
  switch (expiry) {
    case 'never':
      return undefined;
    case 'months':
      return startOfBusinessDay(addDays(addMonths(day, expiryAfter), 1), zone);
    case 'year_end':
      return startOfBusinessDay(`${Number(day.slice(0, 4)) + expiryAfter + 1}-01-01`, zone);
  }
}
