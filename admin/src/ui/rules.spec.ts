import { isPriceText, wholeOf } from './rules';

it.each([
  ['12', 12],
  [' 1,200 ', 1200],
  ['+20', 20],
  ['-3', -3],
  ['−3', -3],
])('reads %p as %p', (text, value) => {
  expect(wholeOf(text)).toBe(value);
});

it.each(['', '1.5', '1e3', '--1', '十', '9999999999'])('does not take %p for a whole number', (text) => {
  expect(wholeOf(text)).toBeUndefined();
});

it.each([
  ['28.5', true],
  ['0.01', true],
  ['100000000', true],
  ['0', false],
  ['0.001', false],
  ['100000000.01', false],
  ['-5', false],
])('price %p: %p', (text, fits) => {
  expect(isPriceText(text)).toBe(fits);
});
