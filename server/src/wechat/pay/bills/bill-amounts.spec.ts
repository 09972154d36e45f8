import fc from 'fast-check';
import { fenToYuan } from '@regulars/shared';
import { Malformed } from '../../http/fields.js';
import { fenOf, milliFenOf } from './bill-amounts.js';

it('reads back every amount that can be written, to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (fen) => {
      expect(fenOf(fenToYuan(fen))).toBe(fen);
      expect(milliFenOf(fenToYuan(fen))).toBe(fen === 0 ? 0 : fen * 1000);
    }),
  );
});

it.each([
  ['0.29', 29],
  ['1.1', 110],
  ['7', 700],
  ['-0.00', 0],
  ['1234567890.12', 123_456_789_012],
])('%s yuan are %i fen', (text, fen) => {
  expect(fenOf(text)).toBe(fen);
});

it.each([
  ['0.00006', 6],
  ['-0.15000', -15_000],
  ['0.2', 20_000],
])('a fee of %s yuan is %i thousandths of a fen', (text, milliFen) => {
  expect(milliFenOf(text)).toBe(milliFen);
});

it.each([
  '',
  ' ',
  '1,234.00',
  '1.001',
  '1e3',
  '0x10',
  '.5',
  '5.',
  '+1',
  '--1',
  '１',
  'NaN',
  '12345678901.00',
])('refuses %j', (text) => {
  expect(() => fenOf(text)).toThrow(Malformed);
});
