import { isBirthday } from './birthday.js';

describe('birthday', () => {
  it.each([
    ['1899-12-31', false],
    ['1900-01-01', true],
    ['2026-06-01', true],
    ['2026-06-02', false],
  ])('%s on 1 June 2026: %s', (day, possible) => {
    expect(isBirthday(day, '2026-06-01')).toBe(possible);
  });
});
