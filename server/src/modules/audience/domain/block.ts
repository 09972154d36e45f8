/**
 * A block: a set of member numbers within one stretch of 2^20, as a roaring bitmap (Lemire et al., "Roaring Bitmaps:
 * Implementation of an Optimized Software Library", 2018). Sixteen containers of 2^16 each are either a sorted array or
 * a bitset; runs exist in the stored form only. Blocks are never changed once made, so that they may be shared.
 *
 * Stored in the portable format, which CRoaring and its relatives in every language read. It is written in TypeScript
 * since the WebAssembly build of CRoaring needed 2 ms for what takes 30 µs here (docs/adr/0030).
 */
export const BLOCK_BITS = 20;
export const BLOCK_SIZE = 2 ** BLOCK_BITS;

const CONTAINERS = 16;
const CONTAINER_SIZE = 65_536;
const WORDS = CONTAINER_SIZE / 32;
/** Beyond this many, sixteen bits each take more room than one bit for everybody. */
const ARRAY_MAX = 4096;

/** `bits` and `array` exclude each other; absent is empty. The count of bits is found out when it is asked for. */
type Container = ArrayContainer | BitsContainer;
interface ArrayContainer {
  readonly array: Uint16Array;
  readonly bits?: undefined;
}
interface BitsContainer {
  readonly bits: Uint32Array;
  readonly array?: undefined;
  count: number | undefined;
}
type Slot = Container | undefined;

const FULL: BitsContainer = { bits: new Uint32Array(WORDS).fill(0xffff_ffff), count: CONTAINER_SIZE };

export class Block {
  static readonly EMPTY = new Block([]);
  static readonly FULL = new Block(Array.from({ length: CONTAINERS }, () => FULL));

  private constructor(private readonly slots: readonly Slot[]) {}

  /** From offsets in ascending order, each once. */
  static ofSorted(offsets: ArrayLike<number>): Block {
    const slots: Slot[] = [];
    for (let start = 0; start < offsets.length;) {
      const key = (offsets[start] ?? 0) >>> 16;
      let end = start;
      while (end < offsets.length && (offsets[end] ?? 0) >>> 16 === key) {
        end += 1;
      }
      slots[key] = containerOf(offsets, start, end);
      start = end;
    }
    return new Block(slots);
  }

  static of(offsets: Iterable<number>): Block {
    return Block.ofSorted([...new Set(offsets)].sort((a, b) => a - b));
  }

  get isEmpty(): boolean {
    return this.slots.every((slot) => slot === undefined);
  }

  get count(): number {
    let count = 0;
    for (const slot of this.slots) {
      count += slot === undefined ? 0 : countOf(slot);
    }
    return count;
  }

  /** Bytes in memory, roughly. */
  get weight(): number {
    return this.slots.reduce<number>(
      (sum, slot) =>
        sum + (slot === undefined || slot === FULL ? 8 : 64 + (slot.array ?? slot.bits).byteLength),
      64,
    );
  }

  has(offset: number): boolean {
    const slot = this.slots[offset >>> 16];
    return slot !== undefined && contains(slot, offset & 0xffff);
  }

  and(other: Block): Block {
    return this.merge(other, (a, b) => a && b && intersect(a, b));
  }

  or(other: Block): Block {
    return this.merge(other, (a, b) => (a && b ? unite(a, b) : (a ?? b)));
  }

  andNot(other: Block): Block {
    return this.merge(other, (a, b) => (a && b ? subtract(a, b) : a));
  }

  /** How many both have, without making the set of them. */
  countAnd(other: Block): number {
    let count = 0;
    for (let key = 0; key < CONTAINERS; key += 1) {
      const a = this.slots[key];
      const b = other.slots[key];
      count += a && b ? countCommon(a, b) : 0;
    }
    return count;
  }

  /** With these in and those out. */
  changed(added: readonly number[], removed: readonly number[]): Block {
    const plus = added.length === 0 ? this : this.or(Block.of(added));
    return removed.length === 0 ? plus : plus.andNot(Block.of(removed));
  }

  /** Offsets in ascending order from `from` on, at most `limit`. */
  offsets(from = 0, limit = Number.POSITIVE_INFINITY): number[] {
    const found: number[] = [];
    for (let key = from >>> 16; key < CONTAINERS && found.length < limit; key += 1) {
      const slot = this.slots[key];
      if (slot) {
        collect(slot, key * CONTAINER_SIZE, Math.max(0, from - key * CONTAINER_SIZE), limit, found);
      }
    }
    return found;
  }

  equals(other: Block): boolean {
    return this.count === other.count && this.countAnd(other) === this.count;
  }

  toBytes(): Buffer {
    return encode(this.slots);
  }

  /** @throws when the bytes are no block in the portable format */
  static fromBytes(bytes: Uint8Array): Block {
    return new Block(decode(bytes));
  }

  private merge(other: Block, join: (a: Slot, b: Slot) => Slot): Block {
    const slots: Slot[] = new Array<Slot>(CONTAINERS);
    for (let key = 0; key < CONTAINERS; key += 1) {
      slots[key] = join(this.slots[key], other.slots[key]);
    }
    return new Block(slots);
  }
}

function containerOf(offsets: ArrayLike<number>, start: number, end: number): Container {
  const count = end - start;
  if (count <= ARRAY_MAX) {
    const array = new Uint16Array(count);
    for (let index = 0; index < count; index += 1) {
      array[index] = (offsets[start + index] ?? 0) & 0xffff;
    }
    return { array };
  }
  const bits = new Uint32Array(WORDS);
  for (let index = start; index < end; index += 1) {
    const low = (offsets[index] ?? 0) & 0xffff;
    bits[low >>> 5] = (bits[low >>> 5] ?? 0) | (1 << (low & 31));
  }
  return count === CONTAINER_SIZE ? FULL : { bits, count };
}

function countOf(container: Container): number {
  if (container.array) {
    return container.array.length;
  }
  return (container.count ??= countBits(container.bits));
}

function contains(container: Container, low: number): boolean {
  const { array, bits } = container;
  if (bits) {
    return ((bits[low >>> 5] ?? 0) & (1 << (low & 31))) !== 0;
  }
  return array[firstAtLeast(array, low, 0)] === low;
}

function intersect(a: Container, b: Container): Slot {
  if (a === FULL) {
    return b;
  }
  if (b === FULL) {
    return a;
  }
  if (a.bits && b.bits) {
    const bits = new Uint32Array(WORDS);
    let any = 0;
    for (let index = 0; index < WORDS; index += 1) {
      const word = (a.bits[index] ?? 0) & (b.bits[index] ?? 0);
      bits[index] = word;
      any |= word;
    }
    return any === 0 ? undefined : { bits, count: undefined };
  }
  const array =
    a.array && b.array
      ? commonOf(a.array, b.array)
      : a.array
        ? a.array.filter((low) => contains(b, low))
        : (b as ArrayContainer).array.filter((low) => contains(a, low));
  return array.length === 0 ? undefined : { array };
}

function unite(a: Container, b: Container): Container {
  if (a === FULL || b === FULL) {
    return FULL;
  }
  if (a.array && b.array && a.array.length + b.array.length <= ARRAY_MAX) {
    return { array: allOf(a.array, b.array) };
  }
  const [wide, other] = a.bits ? [a, b] : [b, a];
  const bits = wide.bits ? wide.bits.slice() : bitsOf(wide.array);
  if (other.bits) {
    for (let index = 0; index < WORDS; index += 1) {
      bits[index] = (bits[index] ?? 0) | (other.bits[index] ?? 0);
    }
  } else {
    for (const low of other.array) {
      bits[low >>> 5] = (bits[low >>> 5] ?? 0) | (1 << (low & 31));
    }
  }
  return { bits, count: undefined };
}

function subtract(a: Container, b: Container): Slot {
  if (b === FULL) {
    return undefined;
  }
  if (a.array) {
    const array = a.array.filter((low) => !contains(b, low));
    return array.length === 0 ? undefined : { array };
  }
  const bits = a.bits.slice();
  let any = 0;
  if (b.bits) {
    for (let index = 0; index < WORDS; index += 1) {
      const word = (bits[index] ?? 0) & ~(b.bits[index] ?? 0);
      bits[index] = word;
      any |= word;
    }
  } else {
    for (const low of b.array) {
      bits[low >>> 5] = (bits[low >>> 5] ?? 0) & ~(1 << (low & 31));
    }
    any = Number(bits.some((word) => word !== 0));
  }
  return any === 0 ? undefined : { bits, count: undefined };
}

function countCommon(a: Container, b: Container): number {
  if (a === FULL) {
    return countOf(b);
  }
  if (b === FULL) {
    return countOf(a);
  }
  if (a.bits && b.bits) {
    let count = 0;
    for (let index = 0; index < WORDS; index += 1) {
      count += ones((a.bits[index] ?? 0) & (b.bits[index] ?? 0));
    }
    return count;
  }
  if (a.array && b.array) {
    return commonOf(a.array, b.array).length;
  }
  const [array, bits] = a.array
    ? [a.array, (b as BitsContainer).bits]
    : [(b as ArrayContainer).array, a.bits];
  let count = 0;
  for (const low of array) {
    count += ((bits[low >>> 5] ?? 0) >>> (low & 31)) & 1;
  }
  return count;
}

/** Beyond this ratio of lengths, looking up beats walking side by side. */
const LOOK_UP_RATIO = 32;

function commonOf(a: Uint16Array, b: Uint16Array): Uint16Array {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const common = new Uint16Array(short.length);
  const count =
    long.length > short.length * LOOK_UP_RATIO
      ? lookUp(short, long, common)
      : walkTogether(short, long, common);
  return common.subarray(0, count);
}

function lookUp(short: Uint16Array, long: Uint16Array, common: Uint16Array): number {
  let count = 0;
  let position = 0;
  for (const low of short) {
    position = firstAtLeast(long, low, position);
    if (long[position] === low) {
      common[count] = low;
      count += 1;
    }
  }
  return count;
}

function walkTogether(a: Uint16Array, b: Uint16Array, common: Uint16Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) {
      common[count] = x;
      count += 1;
    }
    i += Number(x <= y);
    j += Number(y <= x);
  }
  return count;
}

function allOf(a: Uint16Array, b: Uint16Array): Uint16Array {
  const all = new Uint16Array(a.length + b.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const x = i < a.length ? (a[i] ?? 0) : CONTAINER_SIZE;
    const y = j < b.length ? (b[j] ?? 0) : CONTAINER_SIZE;
    all[count] = Math.min(x, y);
    count += 1;
    i += Number(x <= y);
    j += Number(y <= x);
  }
  return all.subarray(0, count);
}

/** The first position from `from` on whose value is at least `low`. */
function firstAtLeast(array: Uint16Array, low: number, from: number): number {
  let left = from;
  let right = array.length;
  while (left < right) {
    const middle = (left + right) >>> 1;
    if ((array[middle] ?? 0) < low) {
      left = middle + 1;
    } else {
      right = middle;
    }
  }
  return left;
}

function bitsOf(array: Uint16Array): Uint32Array {
  const bits = new Uint32Array(WORDS);
  for (const low of array) {
    bits[low >>> 5] = (bits[low >>> 5] ?? 0) | (1 << (low & 31));
  }
  return bits;
}

function arrayOf({ array, bits }: Container): Uint16Array {
  if (array) {
    return array;
  }
  const lows = new Uint16Array(countBits(bits));
  let count = 0;
  for (let index = 0; index < WORDS; index += 1) {
    for (let word = bits[index] ?? 0; word !== 0; word &= word - 1) {
      lows[count] = index * 32 + 31 - Math.clz32(word & -word);
      count += 1;
    }
  }
  return lows;
}

function collect(container: Container, base: number, from: number, limit: number, found: number[]): void {
  const { array, bits } = container;
  if (array) {
    for (let index = firstAtLeast(array, from, 0); index < array.length && found.length < limit; index += 1) {
      found.push(base + (array[index] ?? 0));
    }
    return;
  }
  for (let index = from >>> 5; index < WORDS && found.length < limit; index += 1) {
    let word = bits[index] ?? 0;
    if (index === from >>> 5) {
      word &= -1 << (from & 31);
    }
    for (; word !== 0 && found.length < limit; word &= word - 1) {
      found.push(base + index * 32 + 31 - Math.clz32(word & -word));
    }
  }
}

function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let index = 0; index < WORDS; index += 1) {
    count += ones(bits[index] ?? 0);
  }
  return count;
}

/** How many bits of a word are set, adding up neighbours. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

// The portable format: https://github.com/RoaringBitmap/RoaringFormatSpec. Little-endian, as is every machine we run on.

const COOKIE_PLAIN = 12_346;
const COOKIE_RUNS = 12_347;
/** With runs, fewer containers than this come without a table of their places. */
const PLACES_FROM = 4;
const BITS_BYTES = CONTAINER_SIZE / 8;

function encode(slots: readonly Slot[]): Buffer {
  const parts = slots.flatMap((slot, key) =>
    slot === undefined ? [] : [{ key, count: countOf(slot), ...contentOf(slot) }],
  );
  const filled = parts.filter(({ count }) => count > 0);
  const anyRuns = filled.some(({ runs }) => runs);
  const flagBytes = anyRuns ? Math.ceil(filled.length / 8) : 0;
  const places = !anyRuns || filled.length >= PLACES_FROM ? filled.length * 4 : 0;
  const head = (anyRuns ? 4 : 8) + flagBytes + filled.length * 4 + places;
  const bytes = Buffer.alloc(head + filled.reduce((sum, { content }) => sum + content.length, 0));
  let at = anyRuns
    ? bytes.writeUInt32LE(COOKIE_RUNS + (filled.length - 1) * CONTAINER_SIZE, 0)
    : bytes.writeUInt32LE(filled.length, bytes.writeUInt32LE(COOKIE_PLAIN, 0));
  filled.forEach(({ runs }, index) => {
    if (runs) {
      bytes[at + (index >>> 3)] = (bytes[at + (index >>> 3)] ?? 0) | (1 << (index & 7));
    }
  });
  at += flagBytes;
  for (const { key, count } of filled) {
    at = bytes.writeUInt16LE(count - 1, bytes.writeUInt16LE(key, at));
  }
  let place = head;
  for (const { content } of filled) {
    if (places > 0) {
      at = bytes.writeUInt32LE(place, at);
    }
    content.copy(bytes, place);
    place += content.length;
  }
  return bytes;
}

/** The smallest of the three forms. */
function contentOf(container: Container): { runs: boolean; content: Buffer } {
  const count = countOf(container);
  const plainBytes = count <= ARRAY_MAX ? count * 2 : BITS_BYTES;
  const runCount = countRuns(container);
  if (2 + runCount * 4 < plainBytes) {
    return { runs: true, content: runsOf(container, runCount) };
  }
  const plain = count <= ARRAY_MAX ? arrayOf(container) : (container.bits ?? bitsOf(container.array));
  return { runs: false, content: Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength) };
}

function countRuns({ array, bits }: Container): number {
  let runs = 0;
  if (array) {
    for (let index = 0; index < array.length; index += 1) {
      runs += Number(index === 0 || array[index] !== (array[index - 1] ?? 0) + 1);
    }
    return runs;
  }
  let before = 0;
  for (let index = 0; index < WORDS; index += 1) {
    const word = bits[index] ?? 0;
    // A run begins where a bit is set and its lower neighbour is not.
    runs += ones(word & ~((word << 1) | before));
    before = word >>> 31;
  }
  return runs;
}

function runsOf(container: Container, runCount: number): Buffer {
  const bytes = Buffer.alloc(2 + runCount * 4);
  let at = bytes.writeUInt16LE(runCount, 0);
  const lows = arrayOf(container);
  for (let start = 0; start < lows.length;) {
    let end = start + 1;
    while (end < lows.length && lows[end] === (lows[end - 1] ?? 0) + 1) {
      end += 1;
    }
    at = bytes.writeUInt16LE(end - start - 1, bytes.writeUInt16LE(lows[start] ?? 0, at));
    start = end;
  }
  return bytes;
}

function decode(bytes: Uint8Array): Slot[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cookie = view.getUint32(0, true);
  const withRuns = (cookie & 0xffff) === COOKIE_RUNS;
  if (!withRuns && cookie !== COOKIE_PLAIN) {
    throw new Error('These bytes are no roaring bitmap');
  }
  const count = withRuns ? (cookie >>> 16) + 1 : view.getUint32(4, true);
  const flags = withRuns ? 4 : 8;
  const keys = flags + (withRuns ? Math.ceil(count / 8) : 0);
  const places = !withRuns || count >= PLACES_FROM ? count * 4 : 0;
  let at = keys + count * 4 + places;
  const slots: Slot[] = [];
  for (let index = 0; index < count; index += 1) {
    const key = view.getUint16(keys + index * 4, true);
    const size = view.getUint16(keys + index * 4 + 2, true) + 1;
    if (key >= CONTAINERS) {
      throw new Error('This roaring bitmap is larger than a block');
    }
    const isRuns = withRuns && ((view.getUint8(flags + (index >>> 3)) >>> (index & 7)) & 1) === 1;
    if (isRuns) {
      const runs = view.getUint16(at, true);
      slots[key] = decodeRuns(view, at + 2, runs, size);
      at += 2 + runs * 4;
    } else {
      const length = size <= ARRAY_MAX ? size * 2 : BITS_BYTES;
      // A copy, since the bytes may begin at an odd place and belong to somebody else's buffer.
      const content = view.buffer.slice(view.byteOffset + at, view.byteOffset + at + length);
      slots[key] =
        size <= ARRAY_MAX
          ? { array: new Uint16Array(content) }
          : { bits: new Uint32Array(content), count: size };
      at += length;
    }
  }
  if (at > bytes.length) {
    throw new Error('This roaring bitmap is cut off');
  }
  return slots;
}

function decodeRuns(view: DataView, start: number, runs: number, size: number): Container {
  if (size === CONTAINER_SIZE) {
    return FULL;
  }
  const lows = new Uint16Array(size);
  let count = 0;
  for (let run = 0; run < runs; run += 1) {
    const first = view.getUint16(start + run * 4, true);
    const last = first + view.getUint16(start + run * 4 + 2, true);
    for (let low = first; low <= last; low += 1) {
      lows[count] = low;
      count += 1;
    }
  }
  return size <= ARRAY_MAX ? { array: lows } : { bits: bitsOf(lows), count: size };
}
