import { allocate, formatPoints } from '@regulars/shared';
import type { Cart, Rule } from '../cart.js';
import type { PricedLine } from '../line.js';
import { spread, totalOf } from '../lines.js';
import { NO_POINTS, payWithPoints, type PointsPayment } from '../points-rule.js';

/** Points pay for goods, never for freight. */
export const points: Rule = (cart, lines) => {
  const payment = paymentOf(cart, lines, cart.points?.wanted ?? 0);
  if (payment.points === 0) {
    return lines;
  }
  const paid = spread(lines, payableOf(lines), {
    rule: 'points',
    ruleId: null,
    label: `积分抵扣（${formatPoints(payment.points)} 积分）`,
    amountFen: payment.amountFen,
  });
  const shares = allocate(payment.points, paid.map(paidWithPoints));
  return paid.map((line, index) => ({ ...line, points: shares[index] ?? 0 }));
};

/** The most that points can pay of these lines. */
export function usablePoints(cart: Cart, lines: readonly PricedLine[]): PointsPayment {
  return paymentOf(cart, lines, cart.points?.balance ?? 0);
}

function paymentOf({ points: offer }: Cart, lines: readonly PricedLine[], wanted: number): PointsPayment {
  const hasCoupon = lines.some(({ discounts }) => discounts.some(({ rule }) => rule === 'coupon'));
  if (!offer || (hasCoupon && !offer.rule.withCoupons)) {
    return NO_POINTS;
  }
  const goodsFen = totalOf([...payableOf(lines)]);
  return payWithPoints(offer.rule, Math.min(wanted, offer.balance), goodsFen);
}

function payableOf(lines: readonly PricedLine[]): ReadonlySet<PricedLine> {
  return new Set(lines.filter(({ allows }) => allows.points));
}

export function paidWithPoints({ discounts }: PricedLine): number {
  return discounts.find(({ rule }) => rule === 'points')?.amountFen ?? 0;
}
