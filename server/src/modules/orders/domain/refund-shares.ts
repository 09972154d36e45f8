/** A line of an order: what was paid for it in money and points, and what of that is given back already. */
export interface RefundableLine {
  /** Paid for all pieces. */
  readonly totalFen: number;
  readonly quantity: number;
  readonly points: number;
  readonly refundedFen: number;
  readonly refundedQuantity: number;
  readonly refundedPoints: number;
}

/** Pieces that come back, or money alone: a goodwill for goods that stay. */
export type RefundWanted = { readonly quantity: number } | { readonly amountFen: number };

export interface RefundShare {
  readonly amountFen: number;
  readonly points: number;
}

/**
 * What a refund of a part of a line gives back. Pieces take their share of what is left, rounded down, and the
 * last ones take the rest; money takes along its share of the points. So whatever the parts and their order, all of
 * them together give back exactly what was paid.
 * @throws when more is wanted than is left
 */
export function refundShare(line: RefundableLine, wanted: RefundWanted): RefundShare {
  const leftFen = line.totalFen - line.refundedFen;
  const leftPoints = line.points - line.refundedPoints;
  if ('quantity' in wanted) {
    const leftPieces = line.quantity - line.refundedQuantity;
    mustBeWithin(wanted.quantity, leftPieces);
    return {
      amountFen: shareOf(leftFen, wanted.quantity, leftPieces),
      points: shareOf(leftPoints, wanted.quantity, leftPieces),
    };
  }
  mustBeWithin(wanted.amountFen, leftFen);
  return { amountFen: wanted.amountFen, points: shareOf(leftPoints, wanted.amountFen, leftFen) };
}

/** Rounded down, in whole numbers beyond what a double holds. */
function shareOf(amount: number, part: number, whole: number): number {
  return Number((BigInt(amount) * BigInt(part)) / BigInt(whole));
}

function mustBeWithin(part: number, left: number): void {
  if (!Number.isSafeInteger(part) || part <= 0 || part > left) {
    throw new Error(`Cannot refund ${part} of ${left}`);
  }
}
