/**
 * On which days something recurs: the part of RFC 5545 that a brand day needs. Days are days of the brand's
 * calendar, so no time zone has a say here. Days that a month does not have are left out, as the RFC wants it.
 */
export interface Recurrence {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  readonly interval: number;
  /** Weekly: on these weekdays. Monthly: on the n-th of them, from the end when below zero. */
  readonly byDay: readonly { readonly weekday: number; readonly nth: number | null }[];
  /** Monthly: on these days, from the end when below zero. */
  readonly byMonthDay: readonly number[];
}

/** RFC 5545 counts weeks from Monday. */
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const DAY_MS = 86_400_000;

/** Undefined for what is no rule, or one of a kind that brand days do not need. */
export function parseRecurrence(text: string): Recurrence | undefined {
  const parts = new Map(text.split(';').map((part) => part.split('=', 2) as [string, string | undefined]));
  const freq = parts.get('FREQ');
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const byDay = listOf(parts.get('BYDAY')).map(parseByDay);
  const byMonthDay = listOf(parts.get('BYMONTHDAY')).map(Number);
  const known = [...parts.keys()].every((key) => ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY'].includes(key));
  if (
    !known ||
    (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY') ||
    !isWithin(interval, 1, 99) ||
    byMonthDay.some((day) => day === 0 || !isWithin(day, -31, 31)) ||
    !byDay.every((day) => day !== undefined)
  ) {
    return undefined;
  }
  const fits =
    freq === 'DAILY'
      ? byDay.length === 0 && byMonthDay.length === 0
      : freq === 'WEEKLY'
        ? byMonthDay.length === 0 && byDay.every(({ nth }) => nth === null)
        : (byDay.length === 0) !== (byMonthDay.length === 0) && byDay.every(({ nth }) => nth !== null);
  return fits ? { freq, interval, byDay, byMonthDay } : undefined;
}

/** Whether a rule that begins on `start` has this day; both `YYYY-MM-DD`. */
export function recursOn(rule: Recurrence, start: string, day: string): boolean {
  if (day < start) {
    return false;
  }
  const at = new Date(day);
  const first = new Date(start);
  switch (rule.freq) {
    case 'DAILY':
      return daysBetween(first, at) % rule.interval === 0;
    case 'WEEKLY': {
      const weeks = (mondayOf(at) - mondayOf(first)) / (7 * DAY_MS);
      const weekdays = rule.byDay.length > 0 ? rule.byDay.map(({ weekday }) => weekday) : [weekdayOf(first)];
      return weeks % rule.interval === 0 && weekdays.includes(weekdayOf(at));
    }
    case 'MONTHLY': {
      const months = monthOf(at) - monthOf(first);
      return months % rule.interval === 0 && (hasMonthDay(rule, at) || hasNthWeekday(rule, at));
    }
  }
}

function hasMonthDay({ byMonthDay }: Recurrence, at: Date): boolean {
  const date = at.getUTCDate();
  return byMonthDay.includes(date) || byMonthDay.includes(date - daysInMonth(at) - 1);
}

function hasNthWeekday({ byDay }: Recurrence, at: Date): boolean {
  const fromStart = Math.ceil(at.getUTCDate() / 7);
  const fromEnd = 0 - Math.ceil((daysInMonth(at) - at.getUTCDate() + 1) / 7);
  return byDay.some(
    ({ weekday, nth }) => weekday === weekdayOf(at) && (nth === fromStart || nth === fromEnd),
  );
}

function parseByDay(text: string): { weekday: number; nth: number | null } | undefined {
  const match = /^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text);
  return match
    ? { weekday: WEEKDAYS.indexOf(match[2] ?? ''), nth: match[1] === undefined ? null : Number(match[1]) }
    : undefined;
}

function listOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(',');
}

function isWithin(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function weekdayOf(at: Date): number {
  return (at.getUTCDay() + 6) % 7;
}

function mondayOf(at: Date): number {
  return at.getTime() - weekdayOf(at) * DAY_MS;
}

function monthOf(at: Date): number {
  return at.getUTCFullYear() * 12 + at.getUTCMonth();
}

function daysInMonth(at: Date): number {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
}

function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY_MS;
}
