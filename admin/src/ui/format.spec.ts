import { formatCount, formatDayOf, formatDelta, formatInstant, formatMoney, formatRate } from './format';

it('reads instants on the wall clock of the brand', () => {
  expect(formatInstant('2025-11-21T16:05:00.000Z')).toBe('2025-11-22 00:05');
  expect(formatDayOf('2025-11-21T15:59:59.999Z')).toBe('2025-11-21');
  expect(formatDayOf('2025-11-21T16:00:00.000Z')).toBe('2025-11-22');
});

it('groups what is large', () => {
  expect(formatCount(1234567)).toBe('1,234,567');
  expect(formatMoney(123456789)).toBe('¥1,234,567.89');
  expect(formatMoney(120000)).toBe('¥1,200');
  expect(formatMoney(-123450)).toBe('-¥1,234.5');
  expect(formatMoney(99)).toBe('¥0.99');
});

it('keeps the sign of a change', () => {
  expect([20, -3, 0].map(formatDelta)).toEqual(['+20', '−3', '0']);
});

it('reads basis points as percent', () => {
  expect([4250, 10000, 5].map(formatRate)).toEqual(['42.5%', '100%', '0.1%']);
});
