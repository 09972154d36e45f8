import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, notFound } from '../../platform/http/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import './order-events.js';
import { OrdersRepository, type OrderRow } from './orders.repository.js';

/** At the counter: whoever shows the code takes the goods. */
@Injectable()
export class HandOverOrder {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found` for codes of other stores, `pickup_not_ready` when there is nothing to hand over */
  async execute(tx: Tx, staff: StaffActor, code: string): Promise<OrderRow> {
    const order = await this.orders.byPickupCode(tx, staff.storeIds, code);
    if (!order) {
      throw notFound();
    }
    const handedOver = await this.orders.move(tx, {
      orderId: order.id,
      from: ['paid', 'ready'],
      to: 'completed',
      actor: `staff:${staff.staffId}`,
      at: this.clock.now(),
      note: '已到店取货',
      set: { handed_over_at: this.clock.now() },
    });
    if (!handedOver) {
      throw new Refusal(
        'pickup_not_ready',
        order.status === 'completed' ? { detail: '这笔订单已经取走了。' } : {},
      );
    }
    await this.outbox.emit(tx, 'order.handed-over', { orderId: order.id, shipment: null });
    return { ...order, status: 'completed' };
  }

  /** The goods wait at the counter. @throws Refusal `not_found`, `pickup_not_ready` */
  async markReady(tx: Tx, staff: StaffActor, code: string): Promise<OrderRow> {
    const order = await this.orders.byPickupCode(tx, staff.storeIds, code);
    if (!order) {
      throw notFound();
    }
    const ready = await this.orders.move(tx, {
      orderId: order.id,
      from: ['paid'],
      to: 'ready',
      actor: `staff:${staff.staffId}`,
      at: this.clock.now(),
      note: '已备好，等你来取',
    });
    if (!ready) {
      throw new Refusal('pickup_not_ready');
    }
    return { ...order, status: 'ready' };
  }
}
