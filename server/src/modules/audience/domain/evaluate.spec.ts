import fc from 'fast-check';
import { withNumbers, type BitSlices } from './bit-slices.js';
import { Block } from './block.js';
import { countOf, evaluate, type BlockSource, type Plan } from './evaluate.js';

const MEMBERS = 40;
const SETS = 5;

const members = fc.uniqueArray(fc.nat(MEMBERS - 1));
const town = fc.record({
  sets: fc.array(members, { minLength: SETS, maxLength: SETS }),
  numbers: fc.array(fc.option(fc.nat(20)), { minLength: MEMBERS, maxLength: MEMBERS }),
  among: members,
});
type Town = typeof town extends fc.Arbitrary<infer T> ? T : never;

const { plan } = fc.letrec<{ plan: Plan<number> }>((tie) => ({
  plan: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('set' as const), set: fc.nat(SETS - 1) }),
    fc.tuple(fc.nat(20), fc.nat(20)).map(([from, to]) => ({ kind: 'range' as const, number: 0, from, to })),
    fc.record({ kind: fc.constant('not' as const), of: tie('plan') }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('plan'), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('at-least' as const),
      count: fc.integer({ min: 1, max: 3 }),
      of: fc.array(tie('plan'), { minLength: 1, maxLength: 4 }),
    }),
  ),
}));

/** What it means, member by member. */
function means({ sets, numbers }: Town, one: Plan<number>, member: number): boolean {
  const also = (inner: Plan<number>): boolean => means({ sets, numbers, among: [] }, inner, member);
  switch (one.kind) {
    case 'set':
      return sets[one.set]?.includes(member) ?? false;
    case 'range': {
      const number = numbers[member] ?? null;
      return number !== null && number >= one.from && number <= one.to;
    }
    case 'not':
      return !also(one.of);
    case 'all':
      return one.of.every(also);
    case 'any':
      return one.of.some(also);
    case 'at-least':
      return one.of.filter(also).length >= one.count;
  }
}

function sourceOf({ sets, numbers }: Town): BlockSource<number> {
  const blocks = sets.map((set) => Block.of(set));
  const slices: BitSlices = withNumbers([], new Map(numbers.map((value, member) => [member, value])));
  return { members: (set) => blocks[set] ?? Block.EMPTY, slices: () => slices };
}

it('a plan means whom it means, member by member', () => {
  fc.assert(
    fc.property(town, plan, (place, one) => {
      const expected = place.among.filter((member) => means(place, one, member)).sort((a, b) => a - b);
      const [among, source] = [Block.of(place.among), sourceOf(place)];
      expect(evaluate(one, among, source).offsets()).toEqual(expected);
      expect(countOf(one, among, source)).toBe(expected.length);
    }),
    { numRuns: 500 },
  );
});
