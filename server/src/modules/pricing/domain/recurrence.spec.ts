import fc from 'fast-check';
import { RRule } from 'rrule';
import { occasionAt, nextDays } from './occasions.js';
import { parseRecurrence, recursOn } from './recurrence.js';

const DAY_MS = 86_400_000;
const dayAfter = (day: string) => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const weekdays = fc.subarray(WEEKDAYS, { minLength: 1 }).map((days) => `BYDAY=${days.join(',')}`);
const nthWeekdays = fc
  .array(fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -5), fc.constantFrom(...WEEKDAYS)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((days) => `BYDAY=${days.map(([nth, day]) => `${nth}${day}`).join(',')}`);
const monthDays = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((days) => `BYMONTHDAY=${days.join(',')}`);
const interval = fc.integer({ min: 1, max: 5 });
const rule = fc.oneof(
  interval.map((every) => `FREQ=DAILY;INTERVAL=${every}`),
  fc.tuple(interval, weekdays).map(([every, days]) => `FREQ=WEEKLY;INTERVAL=${every};${days}`),
  fc
    .tuple(interval, fc.oneof(nthWeekdays, monthDays))
    .map(([every, days]) => `FREQ=MONTHLY;INTERVAL=${every};${days}`),
);
const start = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe('recurrence', () => {
  it.each([
    '',
    'WEEKLY',
    'FREQ=YEARLY',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=1MO',
    'FREQ=MONTHLY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=3',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=WEEKLY;BYDAY=',
  ])('knows no %p', (text) => {
    expect(parseRecurrence(text)).toBeUndefined();
  });

  it('has the same days as another author’s calendar', () => {
    fc.assert(
      fc.property(rule, start, (text, first) => {
        const until = new Date(Date.parse(first) + 400 * DAY_MS);
        const options = { ...RRule.parseString(text), dtstart: new Date(first) };
        const theirs = new RRule(options).between(new Date(first), until, true);
        const parsed = parseRecurrence(text);
        const ours: string[] = [];
        for (let day = first; new Date(day) <= until; day = dayAfter(day)) {
          if (parsed && recursOn(parsed, first, day)) {
            ours.push(day);
          }
        }
        expect(ours).toEqual(theirs.map((at) => at.toISOString().slice(0, 10)));
      }),
      { numRuns: 300 },
    );
  });

  it('says the next days', () => {
    expect(nextDays('FREQ=WEEKLY;BYDAY=TH', '2026-01-01', '2026-06-01', 3, dayAfter)).toEqual([
      '2026-06-04',
      '2026-06-11',
      '2026-06-18',
    ]);
    expect(nextDays('FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-01', '2026-02-01', 2, dayAfter)).toEqual([
      '2026-03-31',
      '2026-05-31',
    ]);
  });
});

describe('an occasion', () => {
  const thursdays = {
    startsAt: new Date('2026-06-01T00:00:00Z'),
    endsAt: new Date('2026-07-01T00:00:00Z'),
    rrule: 'FREQ=WEEKLY;BYDAY=TH',
    fromMinute: 600,
    toMinute: 1200,
  };
  const at = (day: string, minute: number) => ({ now: new Date(`${day}T04:00:00Z`), day, minute });

  it('is the day, within its hours', () => {
    expect(occasionAt(thursdays, '2026-06-01', at('2026-06-04', 600))).toBe('2026-06-04');
    expect(occasionAt(thursdays, '2026-06-01', at('2026-06-04', 599))).toBeUndefined();
    expect(occasionAt(thursdays, '2026-06-01', at('2026-06-04', 1200))).toBeUndefined();
    expect(occasionAt(thursdays, '2026-06-01', at('2026-06-05', 600))).toBeUndefined();
  });

  it('lies between start and end, and is one when nothing recurs', () => {
    expect(occasionAt(thursdays, '2026-06-01', at('2026-07-02', 600))).toBeUndefined();
    const once = { ...thursdays, rrule: null };
    expect(occasionAt(once, '2026-06-01', at('2026-06-05', 0))).toBe('');
    expect(occasionAt(once, '2026-06-01', at('2026-05-31', 0))).toBeUndefined();
  });
});
