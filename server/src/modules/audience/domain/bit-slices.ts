import { Block } from './block.js';

/**
 * A number for each member of a block, as bit-sliced bitmaps (O'Neil and Quass, "Improved Query Performance with
 * Variant Indexes", SIGMOD 1997): slice 0 is who has a number at all, slice i + 1 who has bit i of theirs set. A range is
 * then set algebra over as many slices as the numbers have bits, exact and without looking at a single member.
 */
export type BitSlices = readonly Block[];

/** Whole numbers from 0 to this. Eleven billion yuan in fen, or any day for a long while. */
export const NUMBER_MAX = 2 ** 40 - 1;
/** Slices that a number has at most, the one of existence included. */
export const SLICES_MAX = 41;

const bitOf = (value: number, bit: number): boolean => Math.floor(value / 2 ** bit) % 2 === 1;

const bitsNeeded = (value: number): number => (value === 0 ? 0 : Math.floor(Math.log2(value)) + 1);

/** Who of `among` has a number between the two, both included. */
export function within(slices: BitSlices, from: number, to: number, among: Block): Block {
  const having = among.and(slices[0] ?? Block.EMPTY);
  const upTo = to >= NUMBER_MAX ? having : atMost(slices, to, having);
  return from <= 0 ? upTo : upTo.andNot(atMost(slices, from - 1, upTo));
}

/** Walks the bits from the highest: who falls below has a 0 where the limit has its first differing 1. */
function atMost(slices: BitSlices, limit: number, among: Block): Block {
  if (limit < 0) {
    return Block.EMPTY;
  }
  const highest = slices.length - 2;
  if (bitsNeeded(limit) > highest + 1) {
    return among;
  }
  let below = Block.EMPTY;
  let equal = among;
  for (let bit = highest; bit >= 0 && !equal.isEmpty; bit -= 1) {
    const slice = slices[bit + 1] ?? Block.EMPTY;
    if (bitOf(limit, bit)) {
      below = below.or(equal.andNot(slice));
      equal = equal.and(slice);
    } else {
      equal = equal.andNot(slice);
    }
  }
  return below.or(equal);
}

/** The sum over `among`, as O'Neil and Quass count it: each slice by its weight. */
export function sumOf(slices: BitSlices, among: Block): number {
  return slices.slice(1).reduce((sum, slice, bit) => sum + slice.countAnd(among) * 2 ** bit, 0);
}

export function valueOf(slices: BitSlices, offset: number): number | undefined {
  if (!slices[0]?.has(offset)) {
    return undefined;
  }
  return slices.slice(1).reduce((value, slice, bit) => value + (slice.has(offset) ? 2 ** bit : 0), 0);
}

/** With these numbers in the place of what was there; null takes a member out. */
export function withNumbers(slices: BitSlices, numbers: ReadonlyMap<number, number | null>): BitSlices {
  const present = [...numbers].filter((entry): entry is [number, number] => entry[1] !== null);
  const touched = Block.of(numbers.keys());
  const highest = present.reduce((most, [, value]) => Math.max(most, value), 0);
  const height = Math.max(slices.length - 1, bitsNeeded(highest));
  const rest = (slice: Block | undefined): Block => (slice ?? Block.EMPTY).andNot(touched);
  const existing = rest(slices[0]).or(Block.of(present.map(([offset]) => offset)));
  const valued = Array.from({ length: height }, (_, bit) =>
    rest(slices[bit + 1]).or(
      Block.of(present.filter(([, value]) => bitOf(value, bit)).map(([offset]) => offset)),
    ),
  );
  return [existing, ...valued];
}
