import fc from 'fast-check';
import { retentionBp } from './retention.js';

describe('retentionBp', () => {
  it('counts people once, however often they came', () => {
    expect(retentionBp([1, 2, 2, 3, 4], [4, 4, 1, 9])).toBe(5000);
  });

  it('says nothing where there was nobody', () => {
    expect(retentionBp([], [1])).toBeNull();
  });

  it('lies between nobody and everybody', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.array(fc.nat(50)), (before, now) => {
        const rate = retentionBp(before, now) ?? Number.NaN;
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(10_000);
        expect(retentionBp(before, [...before, ...now])).toBe(10_000);
      }),
    );
  });
});
