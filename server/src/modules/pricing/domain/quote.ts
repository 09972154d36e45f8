import type { Cart, Rule } from './cart.js';
import { cartObstacle } from './coupon.js';
import { DISCOUNT_RULES, type CartLine, type LineDiscount, type PriceRule, type PricedLine } from './line.js';
import { sumOf, totalOf } from './lines.js';
import { NO_POINTS, type PointsPayment } from './points-rule.js';
import { coupon } from './rules/coupon.js';
import { freight, type Freight } from './rules/freight.js';
import { memberPrice } from './rules/member-price.js';
import { points, usablePoints } from './rules/points.js';
import { nextSaving, spendAndSave } from './rules/spend-and-save.js';
import { promotedPieces, timePrice, type PromotedPieces } from './rules/time-price.js';

/** One step of how the price came about, in words for the customer. */
export interface PriceStep {
  readonly rule: PriceRule;
  readonly label: string;
  /** What the step adds (positive) or takes off (negative). */
  readonly amountFen: number;
}

export interface Quote {
  readonly lines: readonly PricedLine[];
  readonly steps: readonly PriceStep[];
  /** Goods at list price. */
  readonly goodsFen: number;
  readonly discountFen: number;
  readonly freightFen: number;
  readonly payFen: number;
  /** Points spent. */
  readonly points: number;
  /** The most points that could be spent. */
  readonly usablePoints: PointsPayment;
  /** Why the chosen coupon takes nothing off. */
  readonly couponObstacle: string | undefined;
  /** What would save more, in words. */
  readonly hint: string | undefined;
  /** What limited offers sell. */
  readonly promoted: readonly PromotedPieces[];
}

/** The rules in the order in which they apply. A new one is a function in one of these lists. */
const BEFORE_COUPON: readonly Rule[] = [timePrice, memberPrice, spendAndSave];

/**
 * A price is a pure function of cart, member and rules: the same question always has the same answer, whatever the
 * order of its lines, and every fen between list price and pay is what a named rule took off a named line.
 */
export function quote(cart: Cart): Quote {
  const start = cart.lines.map(atListPrice).toSorted((a, b) => a.skuId - b.skuId);
  const promotionsDone = BEFORE_COUPON.reduce(
    (lines, rule) => rule(cart, lines),
    start as readonly PricedLine[],
  );
  const couponDone = coupon(cart, promotionsDone);
  const done = points(cart, couponDone);
  const carriage = cart.freight && freight(cart.freight, done);
  const goodsFen = sumOf(done.map(({ listFen, quantity }) => listFen * quantity));
  const totalFen = totalOf(done);
  const freightFen = carriage?.amountFen ?? 0;
  return {
    lines: cart.lines.flatMap(({ skuId }) => done.filter((line) => line.skuId === skuId)),
    steps: stepsOf(goodsFen, done, carriage),
    goodsFen,
    discountFen: goodsFen - totalFen,
    freightFen,
    payFen: totalFen + freightFen,
    points: sumOf(done.map((line) => line.points)),
    usablePoints: cart.points ? usablePoints(cart, couponDone) : NO_POINTS,
    couponObstacle: cart.coupon && cartObstacle(cart.coupon, promotionsDone),
    hint: nextSaving(cart.spendAndSaves ?? [], done),
    promoted: promotedPieces(cart, done),
  };
}

function atListPrice(line: CartLine): PricedLine {
  return {
    ...line,
    discounts: [],
    promoted: 0,
    points: 0,
    totalFen: line.listFen * line.quantity,
    allows: { coupons: true, points: true },
  };
}

function stepsOf(goodsFen: number, lines: readonly PricedLine[], carriage: Freight | undefined): PriceStep[] {
  return [
    { rule: 'list', label: '商品金额', amountFen: goodsFen },
    ...discountSteps(lines.flatMap(({ discounts }) => discounts)),
    ...(carriage ? [{ rule: 'freight' as const, ...carriage }] : []),
  ];
}

/** What each rule took off all lines, in the order of the rules. */
function discountSteps(discounts: readonly LineDiscount[]): PriceStep[] {
  const steps = new Map<string, LineDiscount>();
  for (const discount of discounts) {
    const key = `${discount.rule}:${discount.ruleId ?? ''}`;
    const amountFen = (steps.get(key)?.amountFen ?? 0) + discount.amountFen;
    steps.set(key, { ...discount, amountFen });
  }
  return [...steps.values()]
    .toSorted(
      (a, b) =>
        DISCOUNT_RULES.indexOf(a.rule) - DISCOUNT_RULES.indexOf(b.rule) || (a.ruleId ?? 0) - (b.ruleId ?? 0),
    )
    .map(({ rule, label, amountFen }) => ({ rule, label, amountFen: 0 - amountFen }));
}
