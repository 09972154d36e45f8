import { OrderBenefits, type OrderRefunded } from '../modules/orders/index.js';
import { OnEvent, type HandlesJob, type Settle } from '../platform/jobs/index.js';

/** An order of which nothing is left gives back its coupon, by the coupon's rule, and its shares of limited offers. */
@OnEvent('order.refunded', 'orders.give-back-benefits')
export class GiveBackBenefitsOfRefundedOrder implements HandlesJob<OrderRefunded> {
  constructor(private readonly benefits: OrderBenefits) {}

  async run({ orderId }: OrderRefunded, settle: Settle): Promise<void> {
    await settle((tx) => this.benefits.giveBackRefunded(tx, orderId));
  }
}
