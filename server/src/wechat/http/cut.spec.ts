import { cutToBytes } from './cut.js';

it.each([
  ['', 4, ''],
  ['abcd', 4, 'abcd'],
  ['abcde', 4, 'abcd'],
  ['拿铁咖啡', 7, '拿铁'],
  ['拿铁咖啡', 12, '拿铁咖啡'],
  ['🥛🥛', 7, '🥛'],
])('"%s" in %i bytes is "%s"', (text, bytes, expected) => {
  expect(cutToBytes(text, bytes)).toBe(expected);
});
