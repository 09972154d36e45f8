import { feeFenOf } from './fees.js';

it.each([
  [0, 0],
  [499, 0],
  [500, 1],
  [15_499, 15],
  [-499, 0],
  [-500, -1],
  [-6000, -6],
])('%i thousandths are %i fen', (milliFen, fen) => {
  expect(feeFenOf(milliFen)).toBe(fen);
  expect(Object.is(feeFenOf(milliFen), -0)).toBe(false);
});
