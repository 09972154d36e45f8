import { Injectable } from '@nestjs/common';
import { ORDER_MOVES, type OrderStatus } from '@regulars/shared';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { OrdersRepository, type OrderRow } from './orders.repository.js';
import { actorOf, lockFor, type Worker } from './workers.js';

/** At the store or in the warehouse: somebody takes the order on, and says when it waits at the counter. */
@Injectable()
export class PrepareOrder {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly clock: Clock,
  ) {}

  /** Taking it on twice is taking it on. @throws Refusal `not_found`, `order_not_acceptable` also when somebody else did */
  async accept(tx: Tx, worker: Worker, orderId: number): Promise<OrderRow> {
    const order = await lockFor(worker, this.orders, tx, orderId);
    const accepted = await this.orders.move(tx, {
      orderId,
      ...ORDER_MOVES.accept,
      actor: actorOf(worker),
      at: this.clock.now(),
      note: order.fulfilment === 'pickup' ? '门店已接单，正在准备' : '仓库已接单，正在备货',
    });
    if (!accepted && !(await this.didSo(tx, worker, order, 'preparing'))) {
      throw new Refusal(
        'order_not_acceptable',
        order.status === 'preparing' ? { detail: '这笔订单已经由别的同事接单了。' } : {},
      );
    }
    return { ...order, status: 'preparing' };
  }

  /** @throws Refusal `not_found`, `pickup_not_ready` */
  async markReady(tx: Tx, worker: Worker, orderId: number): Promise<OrderRow> {
    const order = await lockFor(worker, this.orders, tx, orderId);
    const ready = await this.orders.move(tx, {
      orderId,
      ...ORDER_MOVES.make_ready,
      actor: actorOf(worker),
      at: this.clock.now(),
      note: '已备好，等你来取',
    });
    if (!ready && order.status !== 'ready') {
      throw new Refusal('pickup_not_ready', { detail: '这笔订单现在不能标记为已备好。' });
    }
    return { ...order, status: 'ready' };
  }

  private async didSo(tx: Tx, worker: Worker, { id, status }: OrderRow, to: OrderStatus): Promise<boolean> {
    const events = await this.orders.events(tx, id);
    return status === to && events.some((event) => event.status === to && event.actor === actorOf(worker));
  }
}
