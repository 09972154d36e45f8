import type { Cart, Rule } from '../cart.js';
import type { CartLine } from '../line.js';
import { partOf, withDiscount } from '../lines.js';
import { isInScope } from '../scope.js';

const MEMBER_PRICE = '会员价优惠';

/** What a piece costs this customer when no time-limited price holds, and why. */
interface StandardPrice {
  readonly priceFen: number;
  readonly ruleId: number | null;
  readonly label: string;
}

export function standardPrice({ member, tierPrices = [] }: Cart, line: CartLine): StandardPrice {
  const list: StandardPrice = { priceFen: line.listFen, ruleId: null, label: MEMBER_PRICE };
  if (!member) {
    return list;
  }
  return [
    { ...list, priceFen: Math.min(line.listFen, line.memberFen ?? line.listFen) },
    ...tierPrices
      .filter(({ scope }) => isInScope(scope, line))
      .map(({ id, tierName, rateBp }) => ({
        priceFen: partOf(line.listFen, rateBp),
        ruleId: id,
        label: `${tierName}专享 ${formatRate(rateBp)}`,
      })),
  ].reduce((best, price) => (price.priceFen < best.priceFen ? price : best), list);
}

/** Members pay their price for what no time-limited price sells cheaper. */
export const memberPrice: Rule = (cart, lines) =>
  lines.map((line) => {
    const { priceFen, ruleId, label } = standardPrice(cart, line);
    const amountFen = (line.listFen - priceFen) * (line.quantity - line.promoted);
    return withDiscount(line, { rule: 'member', ruleId, label, amountFen });
  });

/** 9500 → "9.5 折", 8800 → "8.8 折". */
function formatRate(rateBp: number): string {
  return `${Number((rateBp / 1000).toFixed(2))} 折`;
}
