import fc from 'fast-check';
import { RoaringBitmap32, roaringLibraryInitialize } from 'roaring-wasm';
import { BLOCK_SIZE, Block } from './block.js';

beforeAll(() => roaringLibraryInitialize());

/** Scattered members, whole stretches and dense mixtures, so that every form of a container meets every other. */
const offsets = fc
  .array(
    fc.record({
      start: fc.oneof(fc.nat(BLOCK_SIZE - 1), fc.nat(70_000)),
      length: fc.oneof(fc.constant(1), fc.nat(20), fc.nat(9000), fc.constant(65_536)),
      step: fc.constantFrom(1, 1, 2, 7),
    }),
    { maxLength: 12 },
  )
  .map((stretches) => {
    const all = new Set<number>();
    for (const { start, length, step } of stretches) {
      for (let index = 0; index < length && start + index * step < BLOCK_SIZE; index += 1) {
        all.add(start + index * step);
      }
    }
    return [...all].sort((a, b) => a - b);
  });

const check = <T extends unknown[]>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns: 25 });

/** Jest compares long lists item by item, at length. */
function expectMembers(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  const bytes = (list: ArrayLike<number>): Buffer => Buffer.from(Uint32Array.from(list).buffer);
  if (!bytes(found).equals(bytes(expected))) {
    expect(Array.from(found)).toEqual(Array.from(expected));
  }
}

describe('a block', () => {
  it('holds what was put in, in order', () => {
    check(
      fc.property(offsets, fc.nat(BLOCK_SIZE), fc.nat(50), (all, from, limit) => {
        const block = Block.ofSorted(all);
        expect(block.count).toBe(all.length);
        expect(block.isEmpty).toBe(all.length === 0);
        expectMembers(block.offsets(), all);
        expectMembers(block.offsets(from, limit), all.filter((offset) => offset >= from).slice(0, limit));
        expect(all.slice(0, 20).every((offset) => block.has(offset))).toBe(true);
        expect(block.has(from % BLOCK_SIZE)).toBe(all.includes(from % BLOCK_SIZE));
      }),
    );
  });

  it('joins as plain sets do', () => {
    check(
      fc.property(offsets, offsets, (first, second) => {
        const [a, b] = [Block.ofSorted(first), Block.ofSorted(second)];
        const inSecond = new Set(second);
        const common = first.filter((offset) => inSecond.has(offset));
        expectMembers(a.and(b).offsets(), common);
        expect(a.countAnd(b)).toBe(common.length);
        expectMembers(
          a.andNot(b).offsets(),
          first.filter((offset) => !inSecond.has(offset)),
        );
        expectMembers(
          a.or(b).offsets(),
          [...new Set([...first, ...second])].sort((x, y) => x - y),
        );
      }),
    );
  });

  it('keeps the laws of sets', () => {
    check(
      fc.property(offsets, offsets, offsets, (first, second, third) => {
        const [a, b, c] = [Block.ofSorted(first), Block.ofSorted(second), Block.ofSorted(third)];
        const all = Block.FULL;
        expect(
          a
            .or(b)
            .and(c)
            .equals(a.and(c).or(b.and(c))),
        ).toBe(true);
        expect(all.andNot(a.or(b)).equals(all.andNot(a).and(all.andNot(b)))).toBe(true);
        expect(a.andNot(b).or(a.and(b)).equals(a)).toBe(true);
        expect(a.and(all).equals(a) && a.or(all).equals(all) && a.andNot(all).isEmpty).toBe(true);
      }),
    );
  });

  it('takes changes', () => {
    check(
      fc.property(offsets, offsets, fc.array(fc.nat(BLOCK_SIZE - 1)), (all, added, removed) => {
        const expected = new Set([...all, ...added]);
        removed.forEach((offset) => expected.delete(offset));
        expectMembers(
          Block.ofSorted(all).changed(added, removed).offsets(),
          [...expected].sort((a, b) => a - b),
        );
      }),
    );
  });

  it('is stored in the form that CRoaring writes and reads', () => {
    check(
      fc.property(offsets, (all) => {
        const ours = Block.ofSorted(all).toBytes();
        const theirs = new RoaringBitmap32(all);
        const read = RoaringBitmap32.deserialize(ours, 'portable');
        try {
          expectMembers(read.toUint32Array(), all);
          expectMembers(Block.fromBytes(theirs.serialize('portable')).offsets(), all);
          theirs.runOptimize();
          expectMembers(Block.fromBytes(theirs.serialize('portable')).offsets(), all);
          expect(ours.length).toBeLessThanOrEqual(theirs.getSerializationSizeInBytes('portable') + 8);
          expect(Block.fromBytes(ours).equals(Block.ofSorted(all))).toBe(true);
        } finally {
          read.dispose();
          theirs.dispose();
        }
      }),
    );
  });

  it('refuses bytes that are none', () => {
    expect(() => Block.fromBytes(Buffer.from('not a bitmap at all'))).toThrow('no roaring bitmap');
    const far = new RoaringBitmap32([BLOCK_SIZE]);
    expect(() => Block.fromBytes(far.serialize('portable'))).toThrow('larger than a block');
    far.dispose();
  });
});
