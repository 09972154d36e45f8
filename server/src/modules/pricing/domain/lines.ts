import { allocate } from '@regulars/shared';
import type { LineDiscount, PricedLine } from './line.js';

export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

export function totalOf(lines: readonly PricedLine[]): number {
  return sumOf(lines.map(({ totalFen }) => totalFen));
}

/** Never more than is left to pay, and nothing that takes nothing. */
export function withDiscount(line: PricedLine, discount: LineDiscount): PricedLine {
  const amountFen = Math.min(discount.amountFen, line.totalFen);
  return amountFen <= 0
    ? line
    : {
        ...line,
        discounts: [...line.discounts, { ...discount, amountFen }],
        totalFen: line.totalFen - amountFen,
      };
}

/** Takes an amount off the chosen lines, in proportion to what each still costs, by largest remainder. */
export function spread(
  lines: readonly PricedLine[],
  chosen: ReadonlySet<PricedLine>,
  discount: LineDiscount,
): readonly PricedLine[] {
  const weights = lines.map((line) => (chosen.has(line) ? line.totalFen : 0));
  const amountFen = Math.min(discount.amountFen, sumOf(weights));
  if (amountFen <= 0) {
    return lines;
  }
  const shares = allocate(amountFen, weights);
  return lines.map((line, index) => withDiscount(line, { ...discount, amountFen: shares[index] ?? 0 }));
}

/** A share of an amount, rounded down; exact for any amount. */
export function partOf(amountFen: number, rateBp: number): number {
  return Number((BigInt(amountFen) * BigInt(rateBp)) / 10_000n);
}
