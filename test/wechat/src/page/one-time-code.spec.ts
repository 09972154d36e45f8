import { oneTimeCode } from './one-time-code.js';

/** The ASCII secret 12345678901234567890 of RFC 6238, appendix B. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
])('at %i seconds is %s', (seconds, code) => {
  expect(oneTimeCode(SECRET, seconds * 1000).code).toBe(code);
});

it('says how long it is good', () => {
  expect(oneTimeCode(SECRET, 59_000).secondsLeft).toBe(1);
  expect(oneTimeCode(SECRET, 60_000).secondsLeft).toBe(30);
});
