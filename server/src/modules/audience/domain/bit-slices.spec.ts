import fc from 'fast-check';
import { NUMBER_MAX, sumOf, valueOf, within, withNumbers, type BitSlices } from './bit-slices.js';
import { BLOCK_SIZE, Block } from './block.js';

const offset = fc.oneof(fc.nat(200), fc.nat(BLOCK_SIZE - 1));
const value = fc.oneof(fc.nat(10), fc.nat(100_000), fc.integer({ min: 0, max: NUMBER_MAX }));
const numbers = fc.array(fc.tuple(offset, fc.option(value)), { maxLength: 60 });

/** The same in plain numbers, change by change. */
function plainly(changes: readonly (readonly [number, number | null])[][]): [BitSlices, Map<number, number>] {
  let slices: BitSlices = [];
  const plain = new Map<number, number>();
  for (const change of changes) {
    const last = new Map(change);
    slices = withNumbers(slices, last);
    for (const [at, given] of last) {
      if (given === null) {
        plain.delete(at);
      } else {
        plain.set(at, given);
      }
    }
  }
  return [slices, plain];
}

describe('numbers in bit slices', () => {
  it('are what was last given', () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 4 }), offset, (changes, other) => {
        const [slices, plain] = plainly(changes);
        for (const at of [...plain.keys(), other]) {
          expect(valueOf(slices, at)).toBe(plain.get(at));
        }
        expect(sumOf(slices, Block.FULL)).toBe([...plain.values()].reduce((sum, one) => sum + one, 0));
      }),
      { numRuns: 100 },
    );
  });

  it('answer ranges exactly', () => {
    fc.assert(
      fc.property(
        fc.array(numbers, { maxLength: 3 }),
        fc.array(offset, { maxLength: 50 }),
        value,
        value,
        fc.boolean(),
        (changes, some, from, to, everybody) => {
          const [slices, plain] = plainly(changes);
          const among = everybody ? Block.FULL : Block.of([...some, ...[...plain.keys()].slice(0, 5)]);
          const expected = [...plain]
            .filter(([at, given]) => given >= from && given <= to && among.has(at))
            .map(([at]) => at);
          expect(within(slices, from, to, among).offsets()).toEqual(expected.sort((a, b) => a - b));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('include their ends', () => {
    const slices = withNumbers([], new Map([[1, 4], [2, 5], [3, 8], [4, 0]])); // prettier-ignore
    expect(within(slices, 4, 5, Block.FULL).offsets()).toEqual([1, 2]);
    expect(within(slices, 0, 0, Block.FULL).offsets()).toEqual([4]);
    expect(within(slices, 6, 7, Block.FULL).offsets()).toEqual([]);
    expect(within(slices, 8, NUMBER_MAX, Block.FULL).offsets()).toEqual([3]);
    expect(within(slices, 9, NUMBER_MAX, Block.FULL).offsets()).toEqual([]);
  });
});
