import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Inventory } from '../inventory/index.js';
import { OrdersRepository, type OrderActor } from './orders.repository.js';

export interface Closing {
  readonly orderId: number;
  readonly actor: OrderActor;
  readonly note: string;
}

/** Ends an unpaid order and gives back what it held. */
@Injectable()
export class CloseOrder {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly inventory: Inventory,
    private readonly clock: Clock,
  ) {}

  /** False when the order no longer waits for its payment. */
  async execute(tx: Tx, { orderId, actor, note }: Closing): Promise<boolean> {
    const closed = await this.orders.move(tx, {
      orderId,
      from: ['pending_payment'],
      to: 'closed',
      actor,
      at: this.clock.now(),
      note,
    });
    if (closed) {
      await this.inventory.release(tx, orderId);
    }
    return closed;
  }
}
