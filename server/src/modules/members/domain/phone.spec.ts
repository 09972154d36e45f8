import fc from 'fast-check';
import { maskPhone, normalisePhone } from './phone.js';

const mainland = fc
  .tuple(fc.constantFrom('3', '5', '8', '9'), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);

describe('phone', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['+86 138 0013 8000', '13800138000'],
    ['0086-138-0013-8000', '13800138000'],
    ['+852 6123 4567', '+85261234567'],
    ['+8612345', undefined],
    ['12800138000', undefined],
    ['1380013800', undefined],
    ['', undefined],
    ['＋８６', undefined],
  ])('reads %p as %p', (text, expected) => {
    expect(normalisePhone(text)).toBe(expected);
  });

  it('normalises to one form, whatever the writing, and only once', () => {
    fc.assert(
      fc.property(mainland, fc.constantFrom('', '+86', '0086', '+86 '), (phone, prefix) => {
        expect(normalisePhone(prefix + phone)).toBe(phone);
      }),
    );
  });

  it('shows at most seven digits of a mainland number', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('+85261234567')).toBe('+852****4567');
    fc.assert(fc.property(mainland, (phone) => expect(maskPhone(phone).replace(/\*/g, '')).toHaveLength(7)));
  });
});
