export interface Lot {
  readonly id: number;
  readonly remaining: number;
  /** Null: never. */
  readonly expiresAt: Date | null;
}

/** A part of a lot. */
export interface LotShare {
  readonly lotId: number;
  readonly amount: number;
}

/** First-expiring-first; what never expires comes last, and the older lot before the younger. */
export function byExpiry(a: Lot, b: Lot): number {
  return expiryOf(a) - expiryOf(b) || a.id - b.id;
}

// A finite stand-in for "never": the difference of two infinities is not a number.
const NEVER = Number.MAX_SAFE_INTEGER;

function expiryOf(lot: Lot): number {
  return lot.expiresAt?.getTime() ?? NEVER;
}

/** Takes up to `amount` from the lots in the given order. Fewer shares than asked for means the lots are empty. */
export function takeFrom(lots: readonly Lot[], amount: number): LotShare[] {
  const shares: LotShare[] = [];
  let missing = amount;
  for (const lot of lots) {
    const taken = Math.min(lot.remaining, missing);
    if (taken > 0) {
      shares.push({ lotId: lot.id, amount: taken });
      missing -= taken;
    }
  }
  return shares;
}

export function sumOf(shares: readonly LotShare[]): number {
  return shares.reduce((sum, share) => sum + share.amount, 0);
}
