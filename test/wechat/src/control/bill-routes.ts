import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { newRefundId } from '../ids.js';
import { fields, oneOf, optional, required, text, whole } from '../shape.js';
import { BILLS, type BillEdit } from '../world/model.js';
import { refuse } from './control-refusal.js';
import { refundView } from './payment-view.js';
import { read } from './read.js';

const BILL_EDIT = fields({
  number: required(text({ min: 6, max: 64 })),
  bill: optional(oneOf(...BILLS)),
  amountFen: optional(whole({ min: 1 })),
});

interface MerchantRefund {
  readonly outTradeNo: string;
  readonly outRefundNo: string;
  readonly amountFen: number;
}

const MERCHANT_REFUND = fields({
  outTradeNo: required(text({ min: 6, max: 32 })),
  outRefundNo: required(text({ max: 64 })),
  amountFen: required(whole({ min: 1 })),
});

/** What makes the bills differ from what was told before: rows lost or altered, and refunds that nobody was told of. */
export function billRoutes({ world }: Context) {
  return async (app: FastifyInstance): Promise<void> => {
    app.post('/control/bill-edits', async ({ body }) => {
      const edit = read<Omit<BillEdit, 'bill'> & { bill?: BillEdit['bill'] }>(BILL_EDIT, body);
      for (const bill of edit.bill ? [edit.bill] : BILLS) {
        world.billEdits.put({ ...edit, bill });
      }
      return { edits: world.billEdits.values() };
    });

    app.delete('/control/bill-edits', async () => {
      world.billEdits.restore([]);
      return { edits: [] };
    });

    app.post('/control/merchant-refunds', async ({ body }) => {
      const { outTradeNo, outRefundNo, amountFen } = read<MerchantRefund>(MERCHANT_REFUND, body);
      const order = world.orders.get(outTradeNo);
      if (!order || order.transactionId === null) {
        refuse(404, `no payment ${outTradeNo}`);
      }
      if (world.refunds.get(outRefundNo)) {
        refuse(409, `there is a refund ${outRefundNo}`);
      }
      const now = world.now();
      const refund = world.refunds.put({
        outRefundNo,
        refundId: newRefundId(now),
        outTradeNo,
        transactionId: order.transactionId,
        parameters: '',
        refundFen: amountFen,
        totalFen: order.totalFen,
        reason: '商户平台退款',
        notifyUrl: null,
        createdAt: now,
        status: 'SUCCESS',
        successAt: now,
        end: null,
      });
      order.refundNos.push(outRefundNo);
      return refundView(refund);
    });
  };
}
