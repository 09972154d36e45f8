import fc from 'fast-check';
import { combinationKey, combinationsOf, type Spec } from '@regulars/shared';
import { skuName, specFaults } from './spec-matrix.js';

const word = fc.stringMatching(/^[大中小冰热糖]{1,3}$/);
const specs: fc.Arbitrary<Spec[]> = fc.uniqueArray(
  fc.record({ name: word, values: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }) }),
  { maxLength: 3, selector: ({ name }) => name },
);

describe('a matrix of specs', () => {
  it('has every combination once, and each of them may be sold', () => {
    fc.assert(
      fc.property(specs, (dimensions) => {
        const all = combinationsOf(dimensions);
        expect(all).toHaveLength(dimensions.reduce((product, { values }) => product * values.length, 1));
        expect(new Set(all.map(combinationKey)).size).toBe(all.length);
        expect(
          specFaults(
            dimensions,
            all.map((spec) => ({ spec })),
          ),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what is no combination of it, and the same one twice', () => {
    fc.assert(
      fc.property(
        specs.filter(({ length }) => length > 0),
        fc.nat(),
        fc.constantFrom('another', 'longer', 'shorter', 'twice'),
        (dimensions, at, how) => {
          const all = combinationsOf(dimensions);
          const spec = all[at % all.length] ?? [];
          const wrong = {
            another: [['没有这个选项', ...spec.slice(1)]],
            longer: [[...spec, spec[0] ?? '']],
            shorter: [spec.slice(1)],
            twice: [spec, spec],
          }[how];
          expect(
            specFaults(
              dimensions,
              wrong.map((one) => ({ spec: one })),
            ),
          ).toHaveLength(1);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes products without specs, with as many variants as wanted', () => {
    expect(specFaults([], [{ spec: [] }, { spec: [] }])).toEqual([]);
    expect(specFaults([], [{ spec: ['大杯'] }])).toHaveLength(1);
  });

  it('names the SKUs of a product with specs by what they are', () => {
    expect(skuName('随便', ['大杯', '热'])).toBe('大杯 · 热');
    expect(skuName('一份', [])).toBe('一份');
  });
});
