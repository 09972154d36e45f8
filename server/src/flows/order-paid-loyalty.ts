import { EarnForOrder } from '../modules/loyalty/index.js';
import { OrderLookup, type OrderPaid } from '../modules/orders/index.js';
import { OnEvent, type HandlesJob, type Settle } from '../platform/jobs/index.js';

/** A paid order earns points and growth, and counts what its rules saved the member. */
@OnEvent('order.paid', 'loyalty.earn-for-order')
export class EarnForPaidOrder implements HandlesJob<OrderPaid> {
  constructor(
    private readonly earnForOrder: EarnForOrder,
    private readonly orders: OrderLookup,
  ) {}

  async run({ steps, ...order }: OrderPaid, settle: Settle): Promise<void> {
    const savings = savingsOf(steps);
    const lines = (await this.orders.linesOf(order.orderId)).map(({ productId, totalFen }) => ({
      productId,
      fen: totalFen,
    }));
    await settle((tx) => this.earnForOrder.execute(tx, { ...order, lines, savings }));
  }
}

/** Each rule once, however many promotions it was. Points are the member's own: paying with them saves nothing. */
function savingsOf(steps: OrderPaid['steps']): { rule: string; amountFen: number }[] {
  const saved = new Map<string, number>();
  for (const { rule, amountFen } of steps) {
    if (amountFen < 0 && rule !== 'points') {
      saved.set(rule, (saved.get(rule) ?? 0) - amountFen);
    }
  }
  return [...saved].map(([rule, amountFen]) => ({ rule, amountFen }));
}
