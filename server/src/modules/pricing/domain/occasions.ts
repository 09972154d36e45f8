import { parseRecurrence, recursOn } from './recurrence.js';

/** When a promotion holds. */
export interface Schedule {
  readonly startsAt: Date;
  /** Null: until it is stopped. */
  readonly endsAt: Date | null;
  /** RRULE of the days on which it holds; null: all the time. */
  readonly rrule: string | null;
  /** On those days, from and until which minute of the day. */
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** What the brand's clock shows. */
export interface WallTime {
  readonly now: Date;
  readonly day: string;
  readonly minute: number;
}

/** Limits count anew at each occasion; what does not recur is one occasion. */
export const ONE_OCCASION = '';

/** The occasion that a schedule has now: the business day when it recurs. Undefined when it doesn't hold. */
export function occasionAt(
  schedule: Schedule,
  startDay: string,
  { now, day, minute }: WallTime,
): string | undefined {
  const { startsAt, endsAt, rrule, fromMinute, toMinute } = schedule;
  if (now < startsAt || (endsAt !== null && now >= endsAt)) {
    return undefined;
  }
  if (rrule === null) {
    return ONE_OCCASION;
  }
  const rule = parseRecurrence(rrule);
  return rule && recursOn(rule, startDay, day) && minute >= fromMinute && minute < toMinute ? day : undefined;
}

/** Rules that leave out years do not recur in a brand's plans. */
const DAYS_LOOKED_AT = 366 * 3;

/** The next days on which it recurs, today included. */
export function nextDays(
  rrule: string,
  startDay: string,
  from: string,
  count: number,
  dayAfter: (day: string) => string,
): string[] {
  const rule = parseRecurrence(rrule);
  const days: string[] = [];
  let day = from < startDay ? startDay : from;
  for (let looked = 0; rule && looked < DAYS_LOOKED_AT && days.length < count; looked += 1) {
    if (recursOn(rule, startDay, day)) {
      days.push(day);
    }
    day = dayAfter(day);
  }
  return days;
}
