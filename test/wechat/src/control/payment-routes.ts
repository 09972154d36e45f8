import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { pay, payable, PAYMENT_PROBLEMS } from '../pay/decide-payment.js';
import { endRefund } from '../pay/refunds.js';
import { NOTIFY_BEHAVIOURS, type NotifyBehaviour } from '../push/behaviours.js';
import { fields, flag, nullable, oneOf, optional, required, text, whole } from '../shape.js';
import type { RefundEnd, RefundPolicy } from '../world/model.js';
import { refuse } from './control-refusal.js';
import { paymentView, refundView } from './payment-view.js';
import { read } from './read.js';

interface PaymentDecision {
  readonly prepayId: string;
  readonly outcome: 'pay' | 'cancel';
  readonly notify?: NotifyBehaviour;
  readonly delayMs?: number;
  readonly wait?: boolean;
}

interface RefundDecision {
  readonly outRefundNo: string;
  readonly status: RefundEnd;
  readonly notify?: NotifyBehaviour;
}

const YEAR_MS = 366 * 86_400_000;
const NOTIFY = oneOf(...NOTIFY_BEHAVIOURS);
const REFUND_END = oneOf('SUCCESS', 'ABNORMAL', 'CLOSED');

const PAYMENT = fields({
  prepayId: required(text({ max: 128 })),
  outcome: required(oneOf('pay', 'cancel')),
  notify: optional(NOTIFY),
  delayMs: optional(whole({ min: 0, max: YEAR_MS })),
  wait: optional(flag),
});
const REFUND = fields({
  outRefundNo: required(text({ max: 64 })),
  status: required(REFUND_END),
  notify: optional(NOTIFY),
});
const REFUND_POLICY = fields({
  afterMs: required(nullable(whole({ min: 0, max: YEAR_MS }))),
  status: optional(REFUND_END),
  notify: optional(NOTIFY),
});

/** The user's decision on the payment sheet, how refunds end, and what WeChat knows about both. */
export function paymentRoutes(context: Context) {
  const { world } = context;

  return async (app: FastifyInstance): Promise<void> => {
    app.post('/control/payments', async ({ body }) => {
      const decision = read<PaymentDecision>(PAYMENT, body);
      const { order, problem } = payable(world, decision.prepayId);
      if (problem !== undefined) {
        return refuse(problem === 'unknown' ? 404 : 409, PAYMENT_PROBLEMS[problem]);
      }
      if (decision.outcome === 'pay') {
        pay(context, order, decision.notify ?? 'once', decision.delayMs);
      }
      if (decision.wait === true) {
        await world.agenda.settled();
      }
      return paymentView(world, order);
    });
    app.get<{ Params: { outTradeNo: string } }>('/control/payments/:outTradeNo', async ({ params }) =>
      paymentView(
        world,
        world.orders.get(params.outTradeNo) ?? refuse(404, `no payment ${params.outTradeNo}`),
      ),
    );
    app.get('/control/orders', async () => ({
      payments: world.orders.values().map((order) => paymentView(world, order)),
      refunds: world.refunds.values().map(refundView),
    }));
    app.post('/control/refunds', async ({ body }) => {
      const decision = read<RefundDecision>(REFUND, body);
      const refund =
        world.refunds.get(decision.outRefundNo) ?? refuse(404, `no refund ${decision.outRefundNo}`);
      if (!endRefund(context, refund, decision.status, decision.notify ?? 'once')) {
        refuse(409, `refund is ${refund.status} already`);
      }
      return refundView(refund);
    });
    app.get('/control/refund-policy', async () => world.refundPolicy);
    app.post('/control/refund-policy', async ({ body }) => {
      const { afterMs, status = 'SUCCESS', notify = 'once' } = read<RefundPolicyRequest>(REFUND_POLICY, body);
      world.refundPolicy = { afterMs, status, notify };
      return world.refundPolicy;
    });
  };
}

type RefundPolicyRequest = Pick<RefundPolicy, 'afterMs'> & Partial<RefundPolicy>;
