import type { Context } from '../context.js';
import { newTransactionId } from '../ids.js';
import type { NotifyBehaviour } from '../push/behaviours.js';
import type { PayOrder, Prepay } from '../world/model.js';
import type { World } from '../world/world.js';
import { tradeStateOf, transactionView } from './transactions.js';

export const PAYMENT_PROBLEMS = {
  unknown: '没有这笔预支付单',
  expired: '支付已过期，请回到订单重新发起',
  paid: '该订单已支付',
  closed: '该订单已关闭',
} as const;
export type PaymentProblem = keyof typeof PAYMENT_PROBLEMS;

/** The order behind a prepay_id, and why it can't be paid, if so. */
export function payable(
  world: World,
  prepayId: string,
): { order: PayOrder; problem: undefined } | { order: PayOrder | undefined; problem: PaymentProblem } {
  const prepay: Prepay | undefined = world.prepays.get(prepayId.replace(/^prepay_id=/, ''));
  const order = prepay && world.orders.get(prepay.outTradeNo);
  if (!prepay || !order) {
    return { order: undefined, problem: 'unknown' };
  }
  switch (tradeStateOf(world, order)) {
    case 'SUCCESS':
    case 'REFUND':
      return { order, problem: 'paid' };
    case 'CLOSED':
      return { order, problem: 'closed' };
    case 'NOTPAY': {
      const now = world.now();
      return prepay.expiresAt <= now || order.payableUntil <= now
        ? { order, problem: 'expired' }
        : { order, problem: undefined };
    }
  }
}

/** The person confirms: from here on WeChat knows the order as paid, whether a notification arrives or not. */
export function pay(
  { world, notifier }: Context,
  order: PayOrder,
  notify: NotifyBehaviour,
  delayMs?: number,
): void {
  const paidAt = world.now();
  order.paidAt = paidAt;
  order.transactionId = newTransactionId(paidAt);
  world.transactions.put({ transactionId: order.transactionId, outTradeNo: order.outTradeNo });
  notifier.announce({
    about: 'transaction',
    outTradeNo: order.outTradeNo,
    eventType: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    url: order.notifyUrl,
    plaintext: transactionView(world, order),
    behaviour: notify,
    delayMs,
  });
}
