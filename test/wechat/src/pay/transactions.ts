import { toRfc3339 } from '../china-time.js';
import type { Context } from '../context.js';
import { fields, required, text } from '../shape.js';
import type { PayOrder } from '../world/model.js';
import type { World } from '../world/world.js';
import { readBody } from './fields.js';
import { refuse } from './pay-refusal.js';

export const TRADE_STATES = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款',
  CLOSED: '订单已关闭',
} as const;
export type TradeState = keyof typeof TRADE_STATES;

/** Whoever never closes an order finds it closed by WeChat after this time. */
const CLOSED_BY_ITSELF_AFTER_MS = 7 * 86_400_000;
const BANK = 'OTHERS';

const CLOSE_FIELDS = fields({ mchid: required(text({ max: 32 })) });

/** A refund of any part makes it REFUND: amounts are found at the refunds. */
export function tradeStateOf(world: World, order: PayOrder): TradeState {
  if (order.paidAt !== null) {
    const refunded = order.refundNos.some((each) => world.refunds.get(each)?.status !== 'CLOSED');
    return refunded ? 'REFUND' : 'SUCCESS';
  }
  return order.closedAt !== null || world.now() - order.createdAt > CLOSED_BY_ITSELF_AFTER_MS
    ? 'CLOSED'
    : 'NOTPAY';
}

/** The transaction as queries and notifications tell it; what only payment brings is missing before. */
export function transactionView(world: World, order: PayOrder): object {
  const state = tradeStateOf(world, order);
  const known = {
    appid: order.appId,
    mchid: order.mchId,
    out_trade_no: order.outTradeNo,
    trade_state: state,
    trade_state_desc: TRADE_STATES[state],
    promotion_detail: [],
  };
  if (order.paidAt === null) {
    return { ...known, amount: { total: order.totalFen, currency: 'CNY' } };
  }
  return {
    ...known,
    transaction_id: order.transactionId,
    trade_type: 'JSAPI',
    bank_type: BANK,
    ...(order.attach === null ? {} : { attach: order.attach }),
    success_time: toRfc3339(order.paidAt),
    payer: { openid: order.openid },
    amount: {
      total: order.totalFen,
      payer_total: order.totalFen,
      currency: 'CNY',
      payer_currency: 'CNY',
    },
  };
}

/** GET /v3/pay/transactions/out-trade-no/{out_trade_no}?mchid= */
export function queryByOutTradeNo(context: Context, outTradeNo: string, mchid: unknown): object {
  checkMchid(context, mchid);
  return transactionView(context.world, existingOrder(context.world, outTradeNo));
}

/** GET /v3/pay/transactions/id/{transaction_id}?mchid= */
export function queryById(context: Context, transactionId: string, mchid: unknown): object {
  checkMchid(context, mchid);
  const outTradeNo = context.world.transactions.get(transactionId)?.outTradeNo ?? '';
  return transactionView(context.world, existingOrder(context.world, outTradeNo));
}

/** POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close: may be repeated, never undoes a payment. */
export function closeOrder(context: Context, outTradeNo: string, rawBody: string): void {
  const body = readBody<{ mchid: string }>(CLOSE_FIELDS, rawBody);
  checkMchid(context, body.mchid);
  const order = existingOrder(context.world, outTradeNo);
  if (order.paidAt !== null) {
    refuse('ORDERPAID', '该订单已支付');
  }
  order.closedAt ??= context.world.now();
}

function existingOrder(world: World, outTradeNo: string): PayOrder {
  return world.orders.get(outTradeNo) ?? refuse('ORDER_NOT_EXIST', '订单不存在');
}

function checkMchid({ credentials }: Context, mchid: unknown): void {
  if (typeof mchid !== 'string' || mchid === '') {
    refuse('PARAM_ERROR', '请求中缺少必填参数“mchid”', { field: '/mchid' });
  }
  if (mchid !== credentials.mchId) {
    refuse('SIGN_ERROR', '请求参数mchid与签名的商户号不一致');
  }
}
