import { Guarantees, OrderPromises, ReturnWindows } from '../modules/after-sales/index.js';
import {
  OrderLookup,
  type OrderHandedOver,
  type OrderPaid,
  type OrderRefunded,
} from '../modules/orders/index.js';
import { Database } from '../platform/database/index.js';
import { OnEvent, type HandlesJob, type Settle } from '../platform/jobs/index.js';

/** What is promised with an order is what the brand guarantees, and where the member stands, when it is paid. */
@OnEvent('order.paid', 'after-sales.promise')
export class PromiseForPaidOrder implements HandlesJob<OrderPaid> {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderLookup,
    private readonly guarantees: Guarantees,
    private readonly promises: OrderPromises,
    private readonly windows: ReturnWindows,
  ) {}

  async run(order: OrderPaid, settle: Settle): Promise<void> {
    const lines = await this.orders.linesOf(order.orderId);
    const bought = new Set(lines.map(({ productId }) => productId));
    const given = (await this.guarantees.ofBrand(this.database, order.brandId, { activeOnly: true })).filter(
      ({ productIds }) => productIds.length === 0 || productIds.some((id) => bought.has(id)),
    );
    await settle(async (tx) => {
      await this.windows.freeze(tx, order);
      await this.promises.give(tx, order.orderId, given);
    });
  }
}

@OnEvent('order.handed-over', 'after-sales.keep-shipping-promise')
export class KeepPromiseOfHandedOverOrder implements HandlesJob<OrderHandedOver> {
  constructor(private readonly promises: OrderPromises) {}

  async run({ orderId }: OrderHandedOver, settle: Settle): Promise<void> {
    await settle((tx) => this.promises.handedOver(tx, orderId));
  }
}

@OnEvent('order.refunded', 'after-sales.end-promises')
export class EndPromisesOfRefundedOrder implements HandlesJob<OrderRefunded> {
  constructor(private readonly promises: OrderPromises) {}

  async run({ orderId, whole }: OrderRefunded, settle: Settle): Promise<void> {
    await settle(async (tx) => {
      if (whole) {
        await this.promises.orderEnded(tx, orderId);
      }
    });
  }
}
