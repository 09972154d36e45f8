import { EarnForOrder } from '../modules/loyalty/index.js';
import type { OrderPaid } from '../modules/orders/index.js';
import { OnEvent, type HandlesJob, type Settle } from '../platform/jobs/index.js';

/** A paid order earns points and growth, and counts what its rules saved the member. */
@OnEvent('order.paid', 'loyalty.earn-for-order')
export class EarnForPaidOrder implements HandlesJob<OrderPaid> {
  constructor(private readonly earnForOrder: EarnForOrder) {}

  async run({ steps, ...order }: OrderPaid, settle: Settle): Promise<void> {
    const savings = steps
      .filter(({ amountFen }) => amountFen < 0)
      .map(({ rule, amountFen }) => ({ rule, amountFen: -amountFen }));
    await settle((tx) => this.earnForOrder.execute(tx, { ...order, savings }));
  }
}
