import { toRfc3339 } from '../china-time.js';
import type { Context } from '../context.js';
import { newRefundId } from '../ids.js';
import type { NotifyBehaviour } from '../push/behaviours.js';
import { fields, listOf, oneOf, optional, required, text, whole } from '../shape.js';
import type { PayOrder, Refund, RefundEnd } from '../world/model.js';
import type { World } from '../world/world.js';
import { canonical, readBody } from './fields.js';
import { refuse } from './pay-refusal.js';
import { notifyUrl } from './prepay-fields.js';

const REFUNDS_MAX = 50;
const REFUNDABLE_MS = 365 * 86_400_000;
const RECEIVED_BY = '支付用户零钱';

interface RefundBody {
  readonly transaction_id?: string;
  readonly out_trade_no?: string;
  readonly out_refund_no: string;
  readonly reason?: string;
  readonly notify_url?: string;
  readonly amount: {
    readonly refund: number;
    readonly total: number;
    readonly currency: 'CNY';
    readonly from?: readonly { readonly account: string; readonly amount: number }[];
  };
}

const REFUND_FIELDS = fields({
  transaction_id: optional(text({ max: 32 })),
  out_trade_no: optional(text({ min: 6, max: 32 })),
  out_refund_no: required(text({ max: 64, pattern: /^[0-9A-Za-z_\-|*@]+$/ })),
  reason: optional(text({ max: 80 })),
  notify_url: optional(notifyUrl(256)),
  funds_account: optional(oneOf('AVAILABLE')),
  amount: required(
    fields({
      refund: required(whole({ min: 1 })),
      total: required(whole({ min: 1 })),
      currency: required(oneOf('CNY')),
      from: optional(
        listOf(
          fields({
            account: required(oneOf('AVAILABLE', 'UNAVAILABLE')),
            amount: required(whole({ min: 1 })),
          }),
          { min: 1, max: 2 },
        ),
      ),
    }),
  ),
  goods_detail: optional(
    listOf(
      fields({
        merchant_goods_id: required(text({ max: 32 })),
        wechatpay_goods_id: optional(text({ max: 32 })),
        goods_name: optional(text({ max: 256 })),
        unit_price: required(whole({ min: 0 })),
        refund_amount: required(whole({ min: 0 })),
        refund_quantity: required(whole({ min: 1 })),
      }),
      { max: 6000 },
    ),
  ),
});

/** POST /v3/refund/domestic/refunds: accepted means PROCESSING, the end comes later. */
export function createRefund(context: Context, rawBody: string): object {
  const { world } = context;
  const body = readBody<RefundBody>(REFUND_FIELDS, rawBody);
  const existing = world.refunds.get(body.out_refund_no);
  if (existing) {
    if (existing.parameters !== essenceOf(body)) {
      refuse('INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试');
    }
    return refundView(existing);
  }
  const order = refundedOrder(world, body);
  checkRefund(world, order, body);
  const refund = newRefund(context, order, body);
  world.refunds.put(refund);
  order.refundNos.push(refund.outRefundNo);
  planEnd(context, refund);
  return refundView(refund);
}

/** GET /v3/refund/domestic/refunds/{out_refund_no} */
export function queryRefund({ world }: Context, outRefundNo: string): object {
  return refundView(world.refunds.get(outRefundNo) ?? refuse('RESOURCE_NOT_EXISTS', '退款单不存在'));
}

/** Ends a refund. An abnormal one can still be brought to success by hand, as in the merchant console. */
export function endRefund(
  context: Context,
  refund: Refund,
  status: RefundEnd,
  notify: NotifyBehaviour,
): boolean {
  const mayEnd = refund.status === 'PROCESSING' || (refund.status === 'ABNORMAL' && status === 'SUCCESS');
  if (!mayEnd) {
    return false;
  }
  refund.status = status;
  refund.end = null;
  refund.successAt = status === 'SUCCESS' ? context.world.now() : null;
  if (refund.notifyUrl !== null) {
    context.notifier.announce({
      about: 'refund',
      outTradeNo: refund.outTradeNo,
      eventType: `REFUND.${status}`,
      summary: { SUCCESS: '退款成功', ABNORMAL: '退款异常', CLOSED: '退款关闭' }[status],
      url: refund.notifyUrl,
      plaintext: refundNotice(context, refund),
      behaviour: notify,
    });
  }
  return true;
}

/** Lets a refund end when its time comes; also called for those read back after a restart. */
export function planEnd(context: Context, refund: Refund): void {
  const { end } = refund;
  if (end) {
    context.world.agenda.plan(end.at, () => {
      if (refund.end === end) {
        endRefund(context, refund, end.status, end.notify);
      }
    });
  }
}

function refundedOrder(world: World, body: RefundBody): PayOrder {
  if ((body.transaction_id === undefined) === (body.out_trade_no === undefined)) {
    refuse('PARAM_ERROR', 'transaction_id和out_trade_no二选一');
  }
  const outTradeNo = body.out_trade_no ?? world.transactions.get(body.transaction_id ?? '')?.outTradeNo;
  return (
    (outTradeNo === undefined ? undefined : world.orders.get(outTradeNo)) ??
    refuse('RESOURCE_NOT_EXISTS', '订单不存在')
  );
}

function checkRefund(world: World, order: PayOrder, body: RefundBody): void {
  if (order.paidAt === null) {
    refuse('INVALID_REQUEST', '订单未支付，不能退款');
  }
  if (world.now() - order.paidAt > REFUNDABLE_MS) {
    refuse('INVALID_REQUEST', '订单已超过一年，不能退款');
  }
  if (body.amount.total !== order.totalFen) {
    refuse('INVALID_REQUEST', '订单金额不一致，请核实后再试');
  }
  const from = body.amount.from;
  if (from && from.reduce((sum, each) => sum + each.amount, 0) !== body.amount.refund) {
    refuse('PARAM_ERROR', '退款出资账户金额之和与退款金额不一致');
  }
  const live = order.refundNos
    .map((each) => world.refunds.get(each))
    .filter((each) => each?.status !== 'CLOSED');
  if (live.length >= REFUNDS_MAX) {
    refuse('INVALID_REQUEST', `一笔订单最多支持${REFUNDS_MAX}次退款`);
  }
  const refundedFen = live.reduce((sum, each) => sum + (each?.refundFen ?? 0), 0);
  if (refundedFen + body.amount.refund > order.totalFen) {
    refuse('INVALID_REQUEST', '申请退款金额超过订单可退金额');
  }
}

/** What makes two requests for one out_refund_no the same; the words around it may change. */
function essenceOf(body: RefundBody): string {
  const { transaction_id, out_trade_no, out_refund_no, amount } = body;
  return canonical({ transaction_id, out_trade_no, out_refund_no, amount });
}

function newRefund({ world }: Context, order: PayOrder, body: RefundBody): Refund {
  const createdAt = world.now();
  const { afterMs, status, notify } = world.refundPolicy;
  return {
    outRefundNo: body.out_refund_no,
    refundId: newRefundId(createdAt),
    outTradeNo: order.outTradeNo,
    transactionId: order.transactionId ?? '',
    parameters: essenceOf(body),
    refundFen: body.amount.refund,
    totalFen: order.totalFen,
    reason: body.reason ?? null,
    notifyUrl: body.notify_url ?? null,
    createdAt,
    status: 'PROCESSING',
    successAt: null,
    end: afterMs === null ? null : { at: createdAt + afterMs, status, notify },
  };
}

function refundView(refund: Refund): object {
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: RECEIVED_BY,
    ...(refund.successAt === null ? {} : { success_time: toRfc3339(refund.successAt) }),
    create_time: toRfc3339(refund.createdAt),
    status: refund.status,
    funds_account: 'AVAILABLE',
    amount: {
      total: refund.totalFen,
      refund: refund.refundFen,
      from: [],
      payer_total: refund.totalFen,
      payer_refund: refund.refundFen,
      settlement_refund: refund.refundFen,
      settlement_total: refund.totalFen,
      discount_refund: 0,
      currency: 'CNY',
    },
    promotion_detail: [],
  };
}

/** In notifications the state is called refund_status, in queries status. */
function refundNotice({ credentials }: Context, refund: Refund): object {
  return {
    mchid: credentials.mchId,
    out_trade_no: refund.outTradeNo,
    transaction_id: refund.transactionId,
    out_refund_no: refund.outRefundNo,
    refund_id: refund.refundId,
    refund_status: refund.status,
    ...(refund.successAt === null ? {} : { success_time: toRfc3339(refund.successAt) }),
    user_received_account: RECEIVED_BY,
    amount: {
      total: refund.totalFen,
      refund: refund.refundFen,
      payer_total: refund.totalFen,
      payer_refund: refund.refundFen,
    },
  };
}
