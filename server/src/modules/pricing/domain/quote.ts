/** What is asked: pieces of SKUs, and who asks. Prices are per piece, in fen. */
export interface CartLine {
  readonly skuId: number;
  readonly quantity: number;
  readonly listFen: number;
  readonly memberFen: number | null;
}

export interface FreightRule {
  readonly freightFen: number;
  /** Goods worth this much travel free; null: never. */
  readonly freeFromFen: number | null;
}

export interface Cart {
  readonly lines: readonly CartLine[];
  readonly member: boolean;
  /** Absent when the customer picks up. */
  readonly freight?: FreightRule;
}

/** Rules in the order in which they apply. */
export const PRICE_RULES = ['list', 'member', 'freight'] as const;
export type PriceRule = (typeof PRICE_RULES)[number];

/** One step of how the price came about, in words for the customer. */
export interface PriceStep {
  readonly rule: PriceRule;
  readonly label: string;
  /** What the step adds (positive) or takes off (negative). */
  readonly amountFen: number;
}

export interface QuotedLine extends CartLine {
  readonly totalFen: number;
}

export interface Quote {
  readonly lines: readonly QuotedLine[];
  readonly steps: readonly PriceStep[];
  /** Goods at list price. */
  readonly goodsFen: number;
  readonly discountFen: number;
  readonly freightFen: number;
  readonly payFen: number;
}

/** What a rule sees and hands on: the lines so far and the steps that led there. */
interface Pricing {
  readonly lines: readonly QuotedLine[];
  readonly steps: readonly PriceStep[];
  readonly freightFen: number;
}

type Rule = (cart: Cart, pricing: Pricing) => Pricing;

/** The pipeline. A new rule is a function in this list. */
const PIPELINE: readonly Rule[] = [listPrice, memberPrice, freight];

/**
 * A price is a pure function of cart, member and rules: the same question always has the same answer, and
 * every fen between list price and pay is explained by a step.
 */
export function quote(cart: Cart): Quote {
  const start: Pricing = {
    lines: cart.lines.map((line) => ({ ...line, totalFen: 0 })),
    steps: [],
    freightFen: 0,
  };
  const { lines, steps, freightFen } = PIPELINE.reduce((pricing, rule) => rule(cart, pricing), start);
  const goodsFen = sum(lines.map(({ listFen, quantity }) => listFen * quantity));
  const totalFen = sum(lines.map((line) => line.totalFen));
  return {
    lines,
    steps,
    goodsFen,
    discountFen: goodsFen - totalFen,
    freightFen,
    payFen: totalFen + freightFen,
  };
}

function listPrice(_cart: Cart, pricing: Pricing): Pricing {
  const lines = pricing.lines.map((line) => ({ ...line, totalFen: line.listFen * line.quantity }));
  return {
    ...pricing,
    lines,
    steps: [
      ...pricing.steps,
      { rule: 'list', label: '商品金额', amountFen: sum(lines.map((line) => line.totalFen)) },
    ],
  };
}

function memberPrice(cart: Cart, pricing: Pricing): Pricing {
  if (!cart.member) {
    return pricing;
  }
  const lines = pricing.lines.map((line) => ({
    ...line,
    totalFen: Math.min(line.totalFen, (line.memberFen ?? line.listFen) * line.quantity),
  }));
  const savedFen = sum(pricing.lines.map((line) => line.totalFen)) - sum(lines.map((line) => line.totalFen));
  return savedFen === 0
    ? pricing
    : {
        ...pricing,
        lines,
        steps: [...pricing.steps, { rule: 'member', label: '会员价优惠', amountFen: -savedFen }],
      };
}

function freight(cart: Cart, pricing: Pricing): Pricing {
  if (!cart.freight) {
    return pricing;
  }
  const goodsFen = sum(pricing.lines.map((line) => line.totalFen));
  const { freightFen, freeFromFen } = cart.freight;
  const free = freightFen === 0 || (freeFromFen !== null && goodsFen >= freeFromFen);
  const step: PriceStep = free
    ? { rule: 'freight', label: '免运费', amountFen: 0 }
    : { rule: 'freight', label: '运费', amountFen: freightFen };
  return { ...pricing, freightFen: step.amountFen, steps: [...pricing.steps, step] };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
