import { Ledger } from '../modules/ledger/index.js';
import type { OrderRefunded } from '../modules/orders/index.js';
import { OnEvent, type HandlesJob, type Settle } from '../platform/jobs/index.js';

/** A refund gives back its share of the points that were spent on the order. */
@OnEvent('order.refunded', 'loyalty.give-back-points')
export class GiveBackPointsForRefundedOrder implements HandlesJob<OrderRefunded> {
  constructor(private readonly ledger: Ledger) {}

  async run(refund: OrderRefunded, settle: Settle): Promise<void> {
    const { orderId, refundId, memberId, programId, totalRefundedPoints } = refund;
    await settle(async (tx) => {
      if (totalRefundedPoints > 0) {
        await this.ledger.giveBack(tx, {
          owner: { memberId, programId },
          unit: 'points',
          spending: { kind: 'order.points', id: orderId },
          total: totalRefundedPoints,
          cause: { kind: 'order.points-returned', id: refundId, text: '退款退回积分' },
        });
      }
    });
  }
}
