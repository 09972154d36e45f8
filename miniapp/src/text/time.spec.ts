import { clockTime, countdown, day, dayAndTime, daysSince } from './time';

const NOW = Date.parse('2026-11-22T07:00:00.000Z');

it('tells the brand’s time wherever the phone is', () => {
  expect(clockTime('2026-11-22T16:05:00.000Z')).toBe('00:05');
  expect(day('2026-11-22T16:05:00.000Z', NOW)).toBe('11月23日');
  expect(dayAndTime('2026-11-22T03:04:00.000Z')).toMatch(/11月22日 11:04$/);
});

it('names the year when it is another one', () => {
  expect(day('2025-12-31T15:59:59.000Z', NOW)).toBe('2025年12月31日');
  expect(day('2025-12-31T16:00:00.000Z', NOW)).toBe('1月1日');
});

it.each([
  ['2026-11-22T07:14:59.900Z', '14:59'],
  ['2026-11-22T08:00:00.000Z', '60:00'],
  ['2026-11-22T06:59:00.000Z', '00:00'],
])('counts down to %s', (until, left) => {
  expect(countdown(until, NOW)).toBe(left);
});

it('counts the first day as one, and days by midnight in the brand’s zone', () => {
  expect(daysSince('2026-11-22T06:59:00.000Z', NOW)).toBe(1);
  expect(daysSince('2026-11-21T16:00:00.000Z', NOW)).toBe(1);
  expect(daysSince('2026-11-21T15:59:00.000Z', NOW)).toBe(2);
});
