import { tradeStateOf } from '../pay/transactions.js';
import type { PayOrder, Push, Refund } from '../world/model.js';
import type { World } from '../world/world.js';

/** What WeChat knows about an order: for tests and outside checks. Instants are ISO 8601, money is fen. */
export function paymentView(world: World, order: PayOrder): object {
  const refunds = order.refundNos.flatMap((each) => world.refunds.get(each) ?? []);
  return {
    outTradeNo: order.outTradeNo,
    transactionId: order.transactionId,
    tradeState: tradeStateOf(world, order),
    appId: order.appId,
    mchId: order.mchId,
    openid: order.openid,
    description: order.description,
    attach: order.attach,
    totalFen: order.totalFen,
    refundedFen: refunds.reduce((sum, each) => sum + (each.status === 'SUCCESS' ? each.refundFen : 0), 0),
    createdAt: iso(order.createdAt),
    payableUntil: iso(order.payableUntil),
    paidAt: iso(order.paidAt),
    closedAt: iso(order.closedAt),
    shipping: order.shipping,
    refunds: refunds.map(refundView),
    notifications: order.pushIds.flatMap((each) => world.pushes.get(each) ?? []).map(pushView),
  };
}

export function refundView(refund: Refund): object {
  return {
    outRefundNo: refund.outRefundNo,
    refundId: refund.refundId,
    outTradeNo: refund.outTradeNo,
    status: refund.status,
    amountFen: refund.refundFen,
    reason: refund.reason,
    createdAt: iso(refund.createdAt),
    successAt: iso(refund.successAt),
  };
}

function pushView(push: Push): object {
  return {
    id: push.id,
    about: push.about,
    url: push.url,
    behaviour: push.behaviour,
    acknowledged: push.acknowledged,
    nextAt: iso(push.nextAt),
    attempts: push.attempts.map((attempt) => ({ ...attempt, at: iso(attempt.at) })),
  };
}

function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
