import { allocate } from '@regulars/shared';

/** 10 000 basis points are one point for a yuan, and a yuan is 100 fen. */
const FEN_TIMES_BP = 100n * 10_000n;

/** What an amount earns, rounded down to whole points. Exact for any amount: the product may exceed 2^53. */
export function earnedFor(amountFen: number, perYuanBp: number): number {
  return Number((BigInt(amountFen) * BigInt(perYuanBp)) / FEN_TIMES_BP);
}

/**
 * How much of something that came with an order must be taken back in all, after this much of what was paid is
 * refunded. Pro rata by largest remainder; a full refund takes back exactly everything.
 */
export function takenBackInAll(whole: number, refund: { refundedFen: number; paidFen: number }): number {
  const { refundedFen, paidFen } = refund;
  if (refundedFen < 0 || refundedFen > paidFen) {
    throw new Error(`Refunded ${refundedFen} of ${paidFen} fen`);
  }
  return paidFen === 0 ? 0 : (allocate(whole, [refundedFen, paidFen - refundedFen])[0] ?? 0);
}
