import type { Cart, Rule } from '../cart.js';
import type { PricedLine } from '../line.js';
import { partOf, withDiscount } from '../lines.js';
import type { TimePrice } from '../promotions.js';
import { isInScope } from '../scope.js';
import { standardPrice } from './member-price.js';

interface Offer {
  readonly promotion: TimePrice;
  readonly priceFen: number;
  /** Pieces that can be had at this price. */
  readonly pieces: number;
}

/** Sells what limits leave at the time-limited price; other pieces keep their own. One offer a line, the cheapest. */
export const timePrice: Rule = (cart, lines) =>
  lines.map((line) => {
    const [best] = (cart.timePrices ?? [])
      .flatMap((promotion) => offerOf(promotion, line))
      .filter(({ priceFen }) => priceFen < standardPrice(cart, line).priceFen)
      .toSorted((a, b) => a.priceFen - b.priceFen || a.promotion.id - b.promotion.id);
    return best ? promoted(line, best) : line;
  });

function offerOf(promotion: TimePrice, line: PricedLine): Offer[] {
  const { terms, perPerson, taken } = promotion;
  const { all, mine } = taken.get(line.skuId) ?? { all: 0, mine: 0 };
  const forMe = perPerson === null ? line.quantity : perPerson - mine;
  if ('rateBp' in terms) {
    const pieces = Math.min(line.quantity, forMe);
    return isInScope(terms.scope, line) && pieces > 0
      ? [{ promotion, priceFen: partOf(line.listFen, terms.rateBp), pieces }]
      : [];
  }
  const item = terms.items.find(({ skuId }) => skuId === line.skuId);
  const left = item?.quota === null ? line.quantity : (item?.quota ?? 0) - all;
  const pieces = Math.min(line.quantity, forMe, left);
  return item && pieces > 0 ? [{ promotion, priceFen: item.priceFen, pieces }] : [];
}

function promoted(line: PricedLine, { promotion, priceFen, pieces }: Offer): PricedLine {
  const discounted = withDiscount(line, {
    rule: 'time-price',
    ruleId: promotion.id,
    label: `限时价「${promotion.name}」`,
    amountFen: (line.listFen - priceFen) * pieces,
  });
  return { ...discounted, promoted: pieces, allows: promotion.stacking };
}

/** What limited offers sell: to be counted when the order is placed. */
export interface PromotedPieces {
  readonly promotionId: number;
  readonly occasion: string;
  readonly skuId: number;
  readonly quantity: number;
  readonly quota: number | null;
  readonly perPerson: number | null;
}

export function promotedPieces({ timePrices = [] }: Cart, lines: readonly PricedLine[]): PromotedPieces[] {
  return lines.flatMap(({ skuId, promoted: quantity, discounts }) => {
    const ruleId = discounts.find(({ rule }) => rule === 'time-price')?.ruleId;
    const promotion = timePrices.find(({ id }) => id === ruleId);
    if (!promotion) {
      return [];
    }
    const { perPerson, terms } = promotion;
    const quota = 'items' in terms ? (terms.items.find((item) => item.skuId === skuId)?.quota ?? null) : null;
    return perPerson === null && quota === null
      ? []
      : [{ promotionId: promotion.id, occasion: promotion.occasion, skuId, quantity, quota, perPerson }];
  });
}
