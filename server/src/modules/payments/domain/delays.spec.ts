import { paymentQueryDelayMs, refundQueryDelayMs } from './delays.js';

it.each([
  ['payments', paymentQueryDelayMs, 15_000, 600_000],
  ['refunds', refundQueryDelayMs, 20_000, 6 * 3_600_000],
])('questions about %s begin soon, grow rarer, and never stop', (_what, delayMs, first, last) => {
  const delays = Array.from({ length: 20 }, (_, asked) => delayMs(asked));
  expect(delays[0]).toBe(first);
  expect(delays).toEqual([...delays].sort((a, b) => a - b));
  expect(delays.at(-1)).toBe(last);
  expect(delayMs(10_000)).toBe(last);
});
