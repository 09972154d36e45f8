import { TakeBackForRefund } from '../modules/loyalty/index.js';
import type { OrderRefunded } from '../modules/orders/index.js';
import { OnEvent, type HandlesJob, type Settle } from '../platform/jobs/index.js';

/** A refund takes back its share of what the order earned. */
@OnEvent('order.refunded', 'loyalty.take-back-for-refund')
export class TakeBackForRefundedOrder implements HandlesJob<OrderRefunded> {
  constructor(private readonly takeBack: TakeBackForRefund) {}

  async run({ orderId, refundId, totalRefundedFen }: OrderRefunded, settle: Settle): Promise<void> {
    await settle((tx) => this.takeBack.execute(tx, { orderId, refundId, totalRefundedFen }));
  }
}
