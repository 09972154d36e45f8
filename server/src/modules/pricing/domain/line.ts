/** What is asked: pieces of a SKU. Prices are per piece, in fen. */
export interface CartLine {
  readonly skuId: number;
  readonly productId: number;
  /** The product's category and all above it. */
  readonly categoryIds: readonly number[];
  readonly quantity: number;
  readonly listFen: number;
  readonly memberFen: number | null;
  /** Of one piece, packed. */
  readonly weightG: number;
}

/** Rules in the order in which they apply. */
export const PRICE_RULES = [
  'list',
  'time-price',
  'member',
  'spend-and-save',
  'coupon',
  'points',
  'freight',
  /** By hand, after the order was placed: never part of a quote. */
  'clerk',
] as const;
export type PriceRule = (typeof PRICE_RULES)[number];

/** Rules that take something off a line. */
export const DISCOUNT_RULES = [
  'time-price',
  'member',
  'spend-and-save',
  'coupon',
  'points',
  'clerk',
] as const;
export type DiscountRule = (typeof DISCOUNT_RULES)[number];

/** What one rule takes off one line, and its name for the customer. */
export interface LineDiscount {
  readonly rule: DiscountRule;
  /** The promotion's or coupon's number; null for rules of which there is one. */
  readonly ruleId: number | null;
  readonly label: string;
  readonly amountFen: number;
}

/** A line on its way through the rules. */
export interface PricedLine extends CartLine {
  readonly discounts: readonly LineDiscount[];
  /** Pieces that a time-limited price sells. */
  readonly promoted: number;
  /** The line's share of the points spent. */
  readonly points: number;
  /** To pay for all pieces. */
  readonly totalFen: number;
  /** What promotions on this line allow besides themselves. */
  readonly allows: { readonly coupons: boolean; readonly points: boolean };
}
