import type { Finding } from './judge.js';

export interface PaidOrder {
  readonly orderId: number;
  readonly brandId: number;
  readonly outTradeNo: string;
}

export interface PointsOfOrder {
  readonly duePoints: number;
  readonly bookedPoints: number;
}

/** The points of an order against the rule and what was given back; undefined when nothing was booked at all. */
export function judgePoints(order: PaidOrder, points: PointsOfOrder | undefined): Finding | undefined {
  if (points && points.duePoints === points.bookedPoints) {
    return undefined;
  }
  return benefit('points', order, {
    reason: points
      ? `按规则这笔订单应有 ${points.duePoints} 积分，账上是 ${points.bookedPoints} 积分。`
      : '订单已经付款，积分还没有入账。',
  });
}

export function benefit(
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
