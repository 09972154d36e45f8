import type { Context } from '../context.js';
import { newPrepayId } from '../ids.js';
import type { PayOrder } from '../world/model.js';
import type { World } from '../world/world.js';
import { canonical, readBody } from './fields.js';
import { refuse } from './pay-refusal.js';
import { PREPAY_FIELDS, type PrepayBody } from './prepay-fields.js';
import { tradeStateOf } from './transactions.js';

/** A prepay_id lives this long, whatever time_expire says. */
const PREPAY_LIFETIME_MS = 2 * 3_600_000;
const PAYABLE_USUALLY_MS = 7 * 86_400_000;
const PAYABLE_AT_LEAST_MS = 60_000;
const PAYABLE_AT_MOST_MS = 90 * 86_400_000;

/** POST /v3/pay/transactions/jsapi */
export function prepay({ world, credentials }: Context, rawBody: string): { prepay_id: string } {
  const body = readBody<PrepayBody>(PREPAY_FIELDS, rawBody);
  if (body.mchid !== credentials.mchId) {
    refuse('SIGN_ERROR', '请求参数mchid与签名的商户号不一致');
  }
  if (body.appid !== credentials.appId) {
    refuse('APPID_MCHID_NOT_MATCH', '商户号mchid与appid不匹配');
  }
  const existing = world.orders.get(body.out_trade_no);
  const order = existing ?? newOrder(world, body);
  if (existing) {
    checkReentry(world, existing, body);
  } else {
    checkPayer(world, body);
    world.orders.put(order);
  }
  const now = world.now();
  const { prepayId } = world.prepays.put({
    prepayId: newPrepayId(now),
    outTradeNo: order.outTradeNo,
    expiresAt: now + PREPAY_LIFETIME_MS,
  });
  return { prepay_id: prepayId };
}

/** The same number again gives a fresh prepay_id, but only for an open order and the very same request. */
function checkReentry(world: World, order: PayOrder, body: PrepayBody): void {
  switch (tradeStateOf(world, order)) {
    case 'SUCCESS':
    case 'REFUND':
      return refuse('ORDERPAID', '该订单已支付');
    case 'CLOSED':
      return refuse('ORDER_CLOSED', '该订单已关闭');
    case 'NOTPAY':
      if (order.parameters !== canonical(body)) {
        refuse('CHANGED_PARAMETERS', '请求重入时，参数与首次请求时不一致');
      }
  }
}

function checkPayer(world: World, body: PrepayBody): void {
  const user = world.users.get(body.payer.openid);
  if (!user) {
    refuse('PARAM_ERROR', '无效的openid', { field: '/payer/openid', location: 'body' });
  }
  if (user.appId !== body.appid) {
    refuse('OPENID_MISMATCH', 'openid和appid不匹配');
  }
}

function newOrder(world: World, body: PrepayBody): PayOrder {
  const createdAt = world.now();
  return {
    outTradeNo: body.out_trade_no,
    appId: body.appid,
    mchId: body.mchid,
    openid: body.payer.openid,
    description: body.description,
    attach: body.attach ?? null,
    notifyUrl: body.notify_url,
    totalFen: body.amount.total,
    parameters: canonical(body),
    createdAt,
    payableUntil: payableUntil(createdAt, body.time_expire),
    transactionId: null,
    paidAt: null,
    closedAt: null,
    refundNos: [],
    pushIds: [],
    shipping: null,
  };
}

/** The end of payment, not a close. Less than a minute is raised to one. */
function payableUntil(createdAt: number, timeExpire: string | undefined): number {
  if (timeExpire === undefined) {
    return createdAt + PAYABLE_USUALLY_MS;
  }
  const asked = Date.parse(timeExpire);
  if (Number.isNaN(asked) || asked > createdAt + PAYABLE_AT_MOST_MS) {
    refuse('PARAM_ERROR', 'time_expire超出允许的范围', {
      field: '/time_expire',
      value: timeExpire,
      location: 'body',
    });
  }
  return Math.max(asked, createdAt + PAYABLE_AT_LEAST_MS);
}
