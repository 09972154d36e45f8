import fc from 'fast-check';
import { isOpenAt, toMinute, toTimeOfDay } from './opening-hours.js';

const minute = fc.integer({ min: 0, max: 1439 });
const at = (time: string) => toMinute(time);
const hours = (opens: string, closes: string) => ({ opensMinute: at(opens), closesMinute: at(closes) });

describe('opening hours', () => {
  it.each([
    ['08:00', '22:00', '07:59', false],
    ['08:00', '22:00', '08:00', true],
    ['08:00', '22:00', '21:59', true],
    ['08:00', '22:00', '22:00', false],
    ['18:00', '02:00', '23:59', true],
    ['18:00', '02:00', '00:00', true],
    ['18:00', '02:00', '01:59', true],
    ['18:00', '02:00', '02:00', false],
    ['18:00', '02:00', '12:00', false],
    ['08:00', '00:00', '23:59', true],
    ['08:00', '00:00', '00:00', false],
    ['00:00', '00:00', '03:00', true],
  ])('from %s to %s at %s: %s', (opens, closes, time, open) => {
    expect(isOpenAt(hours(opens, closes), at(time))).toBe(open);
  });

  it('has exactly one of a store and its opposite hours open at any minute', () => {
    fc.assert(
      fc.property(minute, minute, minute, (opensMinute, closesMinute, now) => {
        fc.pre(opensMinute !== closesMinute);
        const open = isOpenAt({ opensMinute, closesMinute }, now);
        expect(isOpenAt({ opensMinute: closesMinute, closesMinute: opensMinute }, now)).toBe(!open);
      }),
    );
  });

  it('reads what it writes', () => {
    fc.assert(fc.property(minute, (value) => expect(toMinute(toTimeOfDay(value))).toBe(value)));
  });
});
