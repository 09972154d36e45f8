import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../platform/database/index.js';
import { notFound } from '../../platform/http/index.js';
import { OrdersRepository, type OrderLineRow, type OrderRow } from './orders.repository.js';

/** Orders for those who decide what goes back of them: always locked first, so that they follow one another. */
@Injectable()
export class RefundableOrders {
  constructor(private readonly orders: OrdersRepository) {}

  /** @throws Refusal `not_found`, also when it is somebody else's */
  async lockOfMember(
    tx: Tx,
    memberId: number,
    orderId: number,
  ): Promise<{ order: OrderRow; lines: OrderLineRow[] }> {
    const order = await this.lock(tx, orderId);
    if (order.memberId !== memberId) {
      throw notFound();
    }
    return { order, lines: await this.orders.lines(tx, [orderId]) };
  }

  /** @throws Refusal `not_found` */
  async lock(tx: Tx, orderId: number): Promise<OrderRow> {
    const order = await this.orders.lock(tx, orderId);
    if (!order) {
      throw notFound();
    }
    return order;
  }

  /** The SKU of each line. */
  async skusOf(reader: Reader, orderId: number): Promise<ReadonlyMap<number, number>> {
    const lines = await this.orders.lines(reader, [orderId]);
    return new Map(lines.map(({ id, skuId }) => [id, skuId]));
  }
}
