import { COUPON_KINDS, type CouponKind } from '@regulars/shared';
import { Fen, Instant, ListOf, Nested, OneOf, OpaqueId, Text, Whole } from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import { DISCOUNT_RULES, type Coupon, type DiscountRule, type LineDiscount } from '../pricing/index.js';
import type { CouponOffers } from './coupon-offers.js';
import { LineView, PriceView, toStepView } from './order.view.js';
import type { PricedCart } from './price-cart.js';

const POINTS_MAX = 1_000_000_000;
const COUPONS_MAX = 50;

export class LineDiscountView {
  @OneOf(DISCOUNT_RULES, { name: 'DiscountRule', doc: 'The rule' })
  rule: DiscountRule;

  @Text({ max: 60, doc: 'What the customer reads' })
  label: string;

  @Fen({ doc: 'What it takes off this line' })
  amountFen: number;
}

export class QuotedLineView extends LineView {
  @Whole({ min: 0, max: 1_000_000_000, doc: 'Pieces that can be ordered' })
  available: number;

  @ListOf(() => LineDiscountView, { max: 10, doc: 'Why it costs less than its list price' })
  discounts: LineDiscountView[];

  @Whole({ min: 0, max: POINTS_MAX, doc: 'Its share of the points spent' })
  points: number;
}

class OfferedCouponView {
  @OpaqueId('coupon', { doc: 'The coupon' })
  id: string;

  @Text({ max: 20, doc: 'Its name' })
  name: string;

  @OneOf(COUPON_KINDS, { name: 'CouponKind', doc: 'What it is worth' })
  kind: CouponKind;

  @Fen({ doc: 'Goods in its scope must cost this much' })
  fromFen: number;

  @Instant({ doc: 'It ends' })
  validTo: string;
}

export class UsableCouponView extends OfferedCouponView {
  @Fen({ doc: 'What it would take off this cart' })
  savedFen: number;
}

export class UnusableCouponView extends OfferedCouponView {
  @Text({ max: 60, doc: 'Why not, in words' })
  reason: string;
}

export class QuotedCouponsView {
  @OpaqueId('coupon', { nullable: true, doc: 'The one in this price' })
  chosenId: string | null;

  @Text({ max: 60, nullable: true, doc: 'Why the one that was asked for takes nothing off' })
  obstacle: string | null;

  @ListOf(() => UsableCouponView, { max: COUPONS_MAX, doc: 'What could be used, the most saving first' })
  usable: UsableCouponView[];

  @ListOf(() => UnusableCouponView, { max: COUPONS_MAX, doc: 'What could not' })
  unusable: UnusableCouponView[];
}

export class UsablePointsView {
  @Whole({ min: 0, max: POINTS_MAX, doc: 'What the member has' })
  balance: number;

  @Whole({ min: 0, max: POINTS_MAX, doc: 'How many could pay here' })
  usable: number;

  @Fen({ doc: 'What they would pay' })
  usableFen: number;
}

export class QuoteView extends PriceView {
  @ListOf(() => QuotedLineView, { max: 50, doc: 'The cart, one line for each SKU' })
  lines: QuotedLineView[];

  @Text({ max: 60, nullable: true, doc: 'What would save more' })
  hint: string | null;

  @Nested(() => QuotedCouponsView, { doc: 'The member’s coupons and this cart' })
  coupons: QuotedCouponsView;

  @Nested(() => UsablePointsView, { nullable: true, doc: 'Null where points do not pay' })
  usablePoints: UsablePointsView | null;
}

export function toQuoteView(
  { cart, quote, skus, available, couponId, couponObstacle }: PricedCart,
  { usable, unusable }: CouponOffers = { usable: [], unusable: [] },
): QuoteView {
  return {
    lines: quote.lines.map((line) => {
      const sku = skus.get(line.skuId);
      return {
        skuId: toPublicId('sku', line.skuId),
        productId: toPublicId('product', line.productId),
        name: sku?.title ?? '',
        pictureUrl: sku?.pictureUrl ?? '',
        quantity: line.quantity,
        listFen: line.listFen,
        totalFen: line.totalFen,
        available: available.get(line.skuId) ?? 0,
        discounts: line.discounts.map(toLineDiscountView),
        points: line.points,
      };
    }),
    steps: quote.steps.map(toStepView),
    goodsFen: quote.goodsFen,
    discountFen: quote.discountFen,
    freightFen: quote.freightFen,
    payFen: quote.payFen,
    points: quote.points,
    hint: quote.hint ?? null,
    coupons: {
      chosenId: couponId === null || couponObstacle !== undefined ? null : toPublicId('coupon', couponId),
      obstacle: couponObstacle ?? null,
      usable: usable.map(({ coupon, savedFen }) => ({ ...toOfferedView(coupon), savedFen })),
      unusable: unusable.map(({ coupon, reason }) => ({ ...toOfferedView(coupon), reason })),
    },
    usablePoints: cart.points?.rule.enabled
      ? {
          balance: cart.points.balance,
          usable: quote.usablePoints.points,
          usableFen: quote.usablePoints.amountFen,
        }
      : null,
  };
}

export function toLineDiscountView({
  rule,
  label,
  amountFen,
}: Pick<LineDiscount, 'rule' | 'label' | 'amountFen'>): LineDiscountView {
  return { rule, label, amountFen };
}

function toOfferedView({ id, name, worth, fromFen, validTo }: Coupon): OfferedCouponView {
  return {
    id: toPublicId('coupon', id),
    name,
    kind: worth.kind,
    fromFen,
    validTo: validTo.toISOString(),
  };
}
