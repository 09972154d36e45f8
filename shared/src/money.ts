/** Money is integer fen everywhere; these are the only two places where yuan appear, as text. */

/** Parses what a person typed as yuan ("12", "12.5", "¥1,234.50") exactly into fen, or undefined when it isn't an amount. */
export function yuanToFen(text: string): number | undefined {
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(
    text
      .trim()
      .replace(/^[¥￥]\s*/, '')
      .replaceAll(',', ''),
  );
  if (!match) {
    return undefined;
  }
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Fen as yuan with two decimals, without a currency sign: 1250 → "12.50". */
export function fenToYuan(fen: number): string {
  const absolute = Math.abs(fen);
  const sign = fen < 0 ? '-' : '';
  return `${sign}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
}

/** Fen as people read it: 1250 → "¥12.5", 1200 → "¥12". */
export function formatFen(fen: number): string {
  const yuan = fenToYuan(fen)
    .replace(/\.00$/, '')
    .replace(/(\.\d)0$/, '$1');
  return yuan.startsWith('-') ? `-¥${yuan.slice(1)}` : `¥${yuan}`;
}

/**
 * Splits a whole over weights by largest remainder, so that the parts always sum to the whole.
 * Ties go to the earlier part. All-zero weights split evenly.
 */
export function allocate(whole: number, weights: readonly number[]): number[] {
  if (weights.length === 0) {
    return [];
  }
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  const effective = sum === 0n ? weights.map(() => 1n) : weights.map((weight) => BigInt(weight));
  const divisor = sum === 0n ? BigInt(weights.length) : sum;
  const parts = effective.map((weight, index) => {
    const product = BigInt(whole) * weight;
    return { index, floor: product / divisor, remainder: product % divisor };
  });
  let left = BigInt(whole) - parts.reduce((total, part) => total + part.floor, 0n);
  const result = parts.map((part) => Number(part.floor));
  for (const part of [...parts].sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)) {
    if (left === 0n) {
      break;
    }
    result[part.index] = (result[part.index] ?? 0) + 1;
    left -= 1n;
  }
  return result;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
