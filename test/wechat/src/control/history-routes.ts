import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { newRefundId } from '../ids.js';
import { fields, listOf, optional, required, text, whole } from '../shape.js';
import type { PayOrder, Refund } from '../world/model.js';
import { instant, toInstant } from './instant.js';
import { read } from './read.js';

export interface PastRefund {
  readonly outRefundNo: string;
  readonly refundId?: string;
  readonly amountFen: number;
  readonly successAt: string | number;
}

export interface PastPayment {
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly openid: string;
  readonly description: string;
  readonly totalFen: number;
  readonly paidAt: string | number;
  readonly refunds?: readonly PastRefund[];
}

const BODY_MAX = 64 * 1024 * 1024;

const HISTORY = listOf(
  fields({
    outTradeNo: required(text({ min: 6, max: 32 })),
    transactionId: required(text({ max: 32 })),
    openid: required(text({ max: 128 })),
    description: required(text({ max: 127 })),
    totalFen: required(whole({ min: 1 })),
    paidAt: required(instant),
    refunds: optional(
      listOf(
        fields({
          outRefundNo: required(text({ max: 64 })),
          refundId: optional(text({ max: 32 })),
          amountFen: required(whole({ min: 1 })),
          successAt: required(instant),
        }),
        { max: 50 },
      ),
    ),
  }),
  { max: 1_000_000 },
);

/** Payments and refunds of a time before the stand-in, so that orders of the demo data can be asked for and refunded. */
export function historyRoutes({ world, credentials }: Context) {
  return async (app: FastifyInstance): Promise<void> => {
    app.post('/control/history', { bodyLimit: BODY_MAX }, async ({ body }) => {
      const fresh = read<PastPayment[]>(HISTORY, body).filter(
        ({ outTradeNo }) => !world.orders.get(outTradeNo),
      );
      for (const past of fresh) {
        const order = world.orders.put(pastOrder(past));
        world.transactions.put({ transactionId: past.transactionId, outTradeNo: past.outTradeNo });
        for (const refund of past.refunds ?? []) {
          world.refunds.put(pastRefund(order, refund));
          order.refundNos.push(refund.outRefundNo);
        }
      }
      return { added: fresh.length };
    });
  };

  function pastOrder(past: PastPayment): PayOrder {
    const paidAt = toInstant(past.paidAt);
    return {
      outTradeNo: past.outTradeNo,
      appId: credentials.appId,
      mchId: credentials.mchId,
      openid: past.openid,
      description: past.description,
      attach: null,
      notifyUrl: '',
      totalFen: past.totalFen,
      parameters: '',
      createdAt: paidAt,
      payableUntil: paidAt,
      transactionId: past.transactionId,
      paidAt,
      closedAt: null,
      refundNos: [],
      pushIds: [],
      shipping: null,
    };
  }
}

function pastRefund(order: PayOrder, past: PastRefund): Refund {
  const successAt = toInstant(past.successAt);
  return {
    outRefundNo: past.outRefundNo,
    refundId: past.refundId ?? newRefundId(successAt),
    outTradeNo: order.outTradeNo,
    transactionId: order.transactionId ?? '',
    parameters: '',
    refundFen: past.amountFen,
    totalFen: order.totalFen,
    reason: null,
    notifyUrl: null,
    createdAt: successAt,
    status: 'SUCCESS',
    successAt,
    end: null,
  };
}
