import { Injectable } from '@nestjs/common';
import { ORDER_MOVES } from '@regulars/shared';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { JobHandler, type HandlesJob, type Settle } from '../../platform/jobs/index.js';
import { OrdersRepository, type OrderActor } from './orders.repository.js';

/** The due row that believes a parcel arrived when nobody says otherwise. */
export const COMPLETE_SHIPPED_ORDER = 'orders.complete-shipped';
export interface CompleteShippedOrder {
  readonly orderId: number;
}

export const DAY_MS = 86_400_000;

/** All parcels have arrived: the customer says so, or has had time enough to say otherwise. */
@Injectable()
export class ReceiveOrder {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly clock: Clock,
  ) {}

  /** Saying it twice is saying it. @throws Refusal `order_not_receivable` */
  async execute(tx: Tx, orderId: number, actor: OrderActor): Promise<void> {
    const received = await this.complete(tx, orderId, actor, '已确认收货');
    if (!received && (await this.orders.find(tx, orderId))?.status !== 'completed') {
      throw new Refusal('order_not_receivable');
    }
  }

  /** False when the order is elsewhere by now. */
  complete(tx: Tx, orderId: number, actor: OrderActor, note: string): Promise<boolean> {
    const at = this.clock.now();
    return this.orders.move(tx, {
      orderId,
      ...ORDER_MOVES.receive,
      actor,
      at,
      note,
      set: { completed_at: at },
    });
  }
}

@JobHandler(COMPLETE_SHIPPED_ORDER)
export class CompleteShippedOrderJob implements HandlesJob<CompleteShippedOrder> {
  constructor(private readonly receiveOrder: ReceiveOrder) {}

  async run({ orderId }: CompleteShippedOrder, settle: Settle): Promise<void> {
    await settle(async (tx) => {
      await this.receiveOrder.complete(tx, orderId, 'system', '包裹发出已久，自动确认收货');
    });
  }
}
