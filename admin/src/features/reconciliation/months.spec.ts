import { addMonths, daysOfMonth, monthOf } from './months';

it('knows first and last days, leap years included', () => {
  expect(daysOfMonth('2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(daysOfMonth('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
});

it('goes back and forth over the turn of the year', () => {
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(addMonths('2025-12', 1)).toBe('2026-01');
});

it('takes this month where the address names none', () => {
  expect(monthOf('2026-03', '2026-06-01')).toBe('2026-03');
  expect(monthOf('2026-13', '2026-06-01')).toBe('2026-06');
  expect(monthOf(null, '2026-06-01')).toBe('2026-06');
});
