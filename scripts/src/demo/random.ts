/** Chance that can be repeated: the same seed gives the same demo shop on every machine. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** Every purpose has its own stream, so that a change in one part leaves the others as they were. */
  constructor(seed: string) {
    const [a, b, c] = [0x9e3779b9, 0x243f6a88, 0xb7e15162].map((salt) => hash(seed, salt));
    [this.a, this.b, this.c] = [a ?? 1, b ?? 2, c ?? 3];
    for (let i = 0; i < 12; i++) {
      this.next();
    }
  }

  /** 0 ≤ x < 1 (sfc32). */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `min` to `max`, both possible. */
  whole(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  between(min: number, max: number): number {
    return min + this.next() * (max - min);
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** Waiting times: mostly short, sometimes long. */
  waiting(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  /** Around `mean`, rarely far from it. */
  around(mean: number, spread: number): number {
    return mean + (this.next() + this.next() + this.next() + this.next() - 2) * spread;
  }
}

/** Picks from a fixed list by weight, in a few comparisons. */
export class Weighted<T> {
  private readonly upTo: number[] = [];
  private total = 0;

  constructor(
    private readonly items: readonly T[],
    weightOf: (item: T) => number,
  ) {
    if (items.length === 0) {
      throw new Error('There is nothing to pick from');
    }
    for (const item of items) {
      this.total += weightOf(item);
      this.upTo.push(this.total);
    }
  }

  pick(random: Random): T {
    const target = random.next() * this.total;
    let [low, high] = [0, this.upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.upTo[middle] ?? 0) > target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return this.items[low] as T;
  }
}

/** FNV-1a, good enough to spread seeds. */
function hash(text: string, salt: number): number {
  let value = salt;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value ^ (value >>> 15);
}

/**
 * Goes through all numbers below `size` once, in an order that looks like chance: for codes that must be unique and
 * must not be counted through.
 */
export function shuffled(index: number, size: number, salt: string): number {
  const [step, shift] = stride(size, salt);
  return Number((BigInt(index) * step + shift) % BigInt(size));
}

const strides = new Map<string, [bigint, bigint]>();

function stride(size: number, salt: string): [bigint, bigint] {
  const key = `${salt}:${size}`;
  let found = strides.get(key);
  if (!found) {
    const random = new Random(key);
    let step = BigInt(Math.floor(size * random.between(0.35, 0.65))) | 1n;
    while (divisor(step, BigInt(size)) !== 1n) {
      step += 2n;
    }
    found = [step, BigInt(Math.floor(size * random.next()))];
    strides.set(key, found);
  }
  return found;
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

/** A number as text of fixed length in any alphabet. */
export function spelled(value: number, length: number, alphabet: string): string {
  const base = BigInt(alphabet.length);
  let rest = BigInt(value);
  let text = '';
  while (text.length < length) {
    text = alphabet.charAt(Number(rest % base)) + text;
    rest /= base;
  }
  return text;
}
