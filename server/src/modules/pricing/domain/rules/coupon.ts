import type { Rule } from '../cart.js';
import { cartObstacle, goodsOf, worthOf, type Coupon } from '../coupon.js';
import type { PricedLine } from '../line.js';
import { spread, totalOf } from '../lines.js';

/** One coupon an order; one that does not fit changes nothing. */
export const coupon: Rule = ({ coupon: chosen }, lines) => {
  if (!chosen || cartObstacle(chosen, lines) !== undefined) {
    return lines;
  }
  const goods = goodsOf(chosen, lines);
  const discount = { rule: 'coupon', ruleId: chosen.id, label: `优惠券「${chosen.name}」` } as const;
  if (chosen.worth.kind === 'exchange') {
    const exchanged = exchangedOf(goods);
    return spread(lines, new Set([exchanged.line]), { ...discount, amountFen: exchanged.pieceFen });
  }
  return spread(lines, goods, { ...discount, amountFen: worthOf(chosen.worth, totalOf([...goods])) });
};

/** The dearest piece among the goods. */
function exchangedOf(goods: ReadonlySet<PricedLine>): { line: PricedLine; pieceFen: number } {
  const [dearest] = [...goods]
    .map((line) => ({ line, pieceFen: Math.ceil(line.totalFen / line.quantity) }))
    .toSorted((a, b) => b.pieceFen - a.pieceFen || a.line.skuId - b.line.skuId);
  if (!dearest) {
    throw new Error('There is nothing to exchange');
  }
  return dearest;
}

/** What each of these coupons would save, the most first; of equals the one that ends soonest. */
export function byWorth<C extends { readonly coupon: Coupon; readonly savedFen: number }>(
  offers: readonly C[],
): C[] {
  return offers.toSorted(
    (a, b) =>
      b.savedFen - a.savedFen ||
      a.coupon.validTo.getTime() - b.coupon.validTo.getTime() ||
      a.coupon.id - b.coupon.id,
  );
}
