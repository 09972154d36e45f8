import { Injectable } from '@nestjs/common';
import { allocate, formatFen } from '@regulars/shared';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { OrdersRepository, type OrderRow } from '../orders.repository.js';
import { actorOf, lockFor, type Worker } from '../workers.js';

export interface NewPrice {
  readonly orderId: number;
  /** To pay from now on: less than before, and something. */
  readonly payFen: number;
  readonly reason: string;
}

/**
 * A clerk lets a customer pay less. Nobody can pay the amount before: the flow that calls this has closed it at
 * WeChat and looks, under this order's lock, that no payment was begun meanwhile.
 */
@Injectable()
export class RepriceOrder {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Locked until the transaction ends. @throws Refusal `not_found`, `order_not_repriceable` once it is paid or closed */
  async repriceable(tx: Tx, worker: Worker, orderId: number): Promise<OrderRow> {
    const order = await lockFor(worker, this.orders, tx, orderId);
    if (order.status !== 'pending_payment' || order.expiresAt <= this.clock.now()) {
      throw new Refusal('order_not_repriceable');
    }
    return order;
  }

  /** Asking for the price that holds already is fine. @throws Refusal `price_not_lower`, `order_not_repriceable` … */
  async execute(tx: Tx, worker: Worker, { orderId, payFen, reason }: NewPrice): Promise<void> {
    const order = await this.repriceable(tx, worker, orderId);
    if (payFen === order.payFen) {
      return;
    }
    if (payFen > order.payFen || payFen < Math.max(1, order.freightFen)) {
      throw new Refusal('price_not_lower');
    }
    const offFen = order.payFen - payFen;
    const label = `店员改价：${reason}`;
    const lines = await this.orders.lines(tx, [orderId]);
    const shares = allocate(
      offFen,
      lines.map(({ totalFen }) => totalFen),
    );
    await this.orders.reprice(tx, {
      order,
      offFen,
      label,
      lines: lines.map(({ id }, index) => ({ lineId: id, offFen: shares[index] ?? 0 })),
    });
    await this.orders.addEvent(tx, {
      orderId,
      at: this.clock.now(),
      status: 'pending_payment',
      actor: actorOf(worker),
      note: `${label}（${formatFen(order.payFen)} 改为 ${formatFen(payFen)}）`,
    });
    await this.audit.record(tx, {
      actor: { kind: worker.kind, id: worker.id },
      brandId: order.brandId,
      action: 'order.repriced',
      subject: { kind: 'order', id: orderId },
      detail: { from: order.payFen, to: payFen, reason },
    });
  }
}
