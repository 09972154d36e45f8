import { refundShare, type RefundableLine } from './refund-shares.js';

export interface PlannedLine extends RefundableLine {
  readonly lineId: number;
  /** Pieces that have not left yet. */
  readonly waitingQuantity: number;
}

/** What of a line shall come back. Without pieces it is money alone, for goods that stay. */
export interface LineWish {
  readonly lineId: number;
  readonly quantity: number;
  /** Less than the share of the pieces, or the goodwill; the whole share when absent. */
  readonly amountFen?: number;
}

export interface LineRefund {
  readonly lineId: number;
  readonly quantity: number;
  /** Of them, pieces that never left and never will. */
  readonly unsentQuantity: number;
  readonly amountFen: number;
  readonly points: number;
}

export interface RefundPlan {
  readonly lines: readonly LineRefund[];
  readonly freightFen: number;
  /** Lines and freight. */
  readonly amountFen: number;
  readonly points: number;
  /** After it nothing of the order is left to give back. */
  readonly whole: boolean;
}

/**
 * What a refund gives back, line by line. The freight goes back with the last of the goods: a parcel that is kept
 * in part was sent all the same.
 * @returns undefined when more is wanted than is left, or nothing
 */
export function planRefund(
  order: { readonly freightFen: number; readonly lines: readonly PlannedLine[] },
  wishes: readonly LineWish[] = everythingLeft(order.lines),
): RefundPlan | undefined {
  if (order.lines.every((line) => isGivenBack(line))) {
    return undefined;
  }
  const known = new Map(order.lines.map((line) => [line.lineId, line]));
  const lines: LineRefund[] = [];
  for (const wish of wishes) {
    const line = known.get(wish.lineId);
    const refund = line && refundOf(line, wish);
    if (!line || !refund) {
      return undefined;
    }
    // Taken from the list: a line that is named twice can't be given back twice.
    known.delete(wish.lineId);
    lines.push(refund);
  }
  const whole =
    lines.length > 0 && order.lines.every((line) => isGivenBack(line, lines.find(ofLine(line.lineId))));
  const freightFen = whole ? order.freightFen : 0;
  return lines.length === 0
    ? undefined
    : {
        lines,
        freightFen,
        amountFen: lines.reduce((sum, { amountFen }) => sum + amountFen, freightFen),
        points: lines.reduce((sum, { points }) => sum + points, 0),
        whole,
      };
}

/** What a customer may ask for at most, were these pieces to come back now. */
export function mostFor(line: PlannedLine, quantity: number): { amountFen: number; points: number } {
  return refundShare(line, { quantity });
}

function everythingLeft(lines: readonly PlannedLine[]): LineWish[] {
  return lines.flatMap((line): LineWish[] => {
    const quantity = line.quantity - line.refundedQuantity;
    const amountFen = line.totalFen - line.refundedFen;
    return quantity > 0
      ? [{ lineId: line.lineId, quantity }]
      : amountFen > 0
        ? [{ lineId: line.lineId, quantity: 0, amountFen }]
        : [];
  });
}

function refundOf(line: PlannedLine, { lineId, quantity, amountFen }: LineWish): LineRefund | undefined {
  if (quantity === 0) {
    const left = line.totalFen - line.refundedFen;
    return amountFen === undefined || amountFen <= 0 || amountFen > left
      ? undefined
      : { lineId, quantity, unsentQuantity: 0, ...refundShare(line, { amountFen }) };
  }
  if (quantity < 0 || quantity > line.quantity - line.refundedQuantity) {
    return undefined;
  }
  const share = refundShare(line, { quantity });
  const unsentQuantity = Math.min(quantity, line.waitingQuantity);
  if (amountFen === undefined || amountFen === share.amountFen) {
    return { lineId, quantity, unsentQuantity, ...share };
  }
  if (amountFen < 0 || amountFen > share.amountFen) {
    return undefined;
  }
  // Worn goods bring less back, in money and points alike.
  const points = Number((BigInt(share.points) * BigInt(amountFen)) / BigInt(share.amountFen));
  return { lineId, quantity, unsentQuantity, amountFen, points };
}

/** Pieces that were paid with neither money nor points, a gift, are given back by coming back. */
function isGivenBack(line: PlannedLine, now?: LineRefund): boolean {
  return line.totalFen === 0 && line.points === 0
    ? line.refundedQuantity + (now?.quantity ?? 0) === line.quantity
    : line.refundedFen + (now?.amountFen ?? 0) === line.totalFen &&
        line.refundedPoints + (now?.points ?? 0) === line.points;
}

const ofLine = (lineId: number) => (refund: LineRefund) => refund.lineId === lineId;
