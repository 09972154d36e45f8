import { celebratedYear } from './birthday.js';

describe('a birthday', () => {
  it.each([
    ['1990-06-10', '2026-06-09', undefined],
    ['1990-06-10', '2026-06-10', 2026],
    ['1990-06-10', '2026-06-16', 2026],
    ['1990-06-10', '2026-06-17', undefined],
    ['1990-12-30', '2027-01-05', 2026],
    ['1990-12-30', '2027-01-06', undefined],
    ['1992-02-29', '2027-02-28', 2027],
    ['1992-02-29', '2027-03-06', 2027],
    ['1992-02-29', '2028-02-28', undefined],
    ['1992-02-29', '2028-02-29', 2028],
  ])('of %s on %s is that of %s', (birthday, today, year) => {
    expect(celebratedYear(birthday, today)).toBe(year);
  });
});
