import { formatFen } from '@regulars/shared';
import type { Finding } from './judge.js';

export interface PaidOrder {
  readonly orderId: number;
  readonly brandId: number;
  readonly outTradeNo: string;
}

/** Everything that changed hands with the money of an order, from the books of those who keep it. */
export interface Benefits {
  readonly paidFen: number;
  readonly refundedFen: number;
  readonly discountFen: number;
  readonly discounts: readonly { readonly rule: string; readonly amountFen: number }[];
  /** Spent, as the order says, and as the ledger does. */
  readonly spentPoints: number;
  readonly bookedSpending: number;
  /** Undefined: nothing was ever booked. */
  readonly earning: { readonly duePoints: number; readonly bookedPoints: number } | undefined;
  /** The states of the coupons that this order holds. */
  readonly coupons: readonly string[];
}

export function judgeBenefits(order: PaidOrder, benefits: Benefits): Finding[] {
  return [
    judgeDiscounts(order, benefits),
    judgePoints(order, benefits),
    judgeCoupon(order, benefits),
  ].flatMap((found) => found ?? []);
}

function judgeDiscounts(order: PaidOrder, { discountFen, discounts }: Benefits): Finding | undefined {
  const explainedFen = discounts.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return explainedFen === discountFen
    ? undefined
    : benefit('discount', order, {
        oursFen: discountFen,
        billedFen: explainedFen,
        reason: `订单优惠 ${formatFen(discountFen)}，逐条规则合计 ${formatFen(explainedFen)}。`,
      });
}

function judgePoints(
  order: PaidOrder,
  { earning, spentPoints, bookedSpending }: Benefits,
): Finding | undefined {
  if (spentPoints !== bookedSpending) {
    return benefit('points', order, {
      reason: `订单抵扣了 ${spentPoints} 积分，积分账上扣了 ${bookedSpending} 积分。`,
    });
  }
  if (!earning) {
    return benefit('points', order, { reason: '订单已经付款，积分还没有入账。' });
  }
  const { duePoints, bookedPoints } = earning;
  return duePoints === bookedPoints
    ? undefined
    : benefit('points', order, {
        reason: `按规则这笔订单应有 ${duePoints} 积分，账上是 ${bookedPoints} 积分。`,
      });
}

/** A coupon that took something off a paid order is used up by it; what a whole refund does is the template's affair. */
function judgeCoupon(
  order: PaidOrder,
  { discounts, coupons, paidFen, refundedFen }: Benefits,
): Finding | undefined {
  const usesOne = discounts.some(({ rule }) => rule === 'coupon');
  if (paidFen === refundedFen) {
    return undefined;
  }
  if (usesOne && coupons.join() !== 'used') {
    return benefit('coupon', order, { reason: '订单用券减了钱，但券没有标为已使用。' });
  }
  if (!usesOne && coupons.length > 0) {
    return benefit('coupon', order, { reason: '券被这笔订单占用，但订单没有用券优惠。' });
  }
  return undefined;
}

function benefit(
  kind: 'points' | 'coupon' | 'discount',
  { orderId, brandId, outTradeNo }: PaidOrder,
  rest: { readonly reason: string; readonly oursFen?: number; readonly billedFen?: number },
): Finding {
  return {
    kind,
    subject: outTradeNo,
    brandId,
    orderId,
    outTradeNo,
    outRefundNo: null,
    oursFen: null,
    billedFen: null,
    mendable: false,
    ...rest,
  };
}
