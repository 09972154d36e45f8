import { CountSales } from '../modules/catalogue/index.js';
import { OrderLookup, type OrderPaid } from '../modules/orders/index.js';
import { OnEvent, type HandlesJob, type Settle } from '../platform/jobs/index.js';

/** A paid order tells what sells, and what sells together. */
@OnEvent('order.paid', 'catalogue.count-sales')
export class CountPaidOrder implements HandlesJob<OrderPaid> {
  constructor(
    private readonly orders: OrderLookup,
    private readonly countSales: CountSales,
  ) {}

  async run({ orderId }: OrderPaid, settle: Settle): Promise<void> {
    const lines = await this.orders.linesOf(orderId);
    await settle((tx) => this.countSales.execute(tx, lines));
  }
}
