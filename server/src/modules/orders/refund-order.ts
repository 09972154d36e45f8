import { Injectable } from '@nestjs/common';
import type { OrderStatus } from '@regulars/shared';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { Inventory } from '../inventory/index.js';
import { BrandLookup } from '../org/index.js';
import './order-events.js';
import { OrdersRepository, type OrderActor, type OrderRow } from './orders.repository.js';

/** Before the goods are on their way the customer decides alone; afterwards the brand does. */
const BY_CUSTOMER: readonly OrderStatus[] = ['paid', 'ready'];
const BY_BRAND: readonly OrderStatus[] = ['paid', 'ready', 'shipped', 'completed'];

export interface RefundWish {
  readonly orderId: number;
  readonly actor: OrderActor;
  readonly reason: string;
}

/** The order's half of a full refund; moving the money is the payment's half. */
@Injectable()
export class RefundOrder {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly inventory: Inventory,
    private readonly brands: BrandLookup,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns the order whose `paidFen` is to be given back. A brand may begin again: when the refund before failed,
   * asking once more is the way on. @throws Refusal `order_not_refundable`
   */
  async begin(tx: Tx, { orderId, actor, reason }: RefundWish): Promise<OrderRow> {
    const begun = await this.orders.move(tx, {
      orderId,
      from: actor.startsWith('member:') ? BY_CUSTOMER : BY_BRAND,
      to: 'refunding',
      actor,
      at: this.clock.now(),
      note: `申请退款：${reason}`,
    });
    const order = await this.orders.find(tx, orderId);
    const again = order?.status === 'refunding' && actor.startsWith('admin:');
    if (!order || !(begun || again)) {
      throw new Refusal('order_not_refundable');
    }
    return order;
  }

  /** WeChat has given the money back. False when that was known already. */
  async complete(tx: Tx, orderId: number, refundId: number): Promise<boolean> {
    const order = await this.orders.lock(tx, orderId);
    if (!order) {
      throw new Error(`Refund ${refundId} of order ${orderId}, which does not exist`);
    }
    const completed = await this.orders.move(tx, {
      orderId,
      from: ['refunding'],
      to: 'refunded',
      actor: 'system',
      at: this.clock.now(),
      note: '退款已原路退回',
      set: { refunded_fen: order.paidFen },
    });
    if (!completed) {
      return false;
    }
    await this.orders.refundLines(tx, orderId);
    const { programId } = await this.brands.get(order.brandId);
    await this.outbox.emit(tx, 'order.refunded', {
      orderId,
      refundId,
      brandId: order.brandId,
      programId,
      memberId: order.memberId,
      refundedFen: order.paidFen,
      totalRefundedFen: order.paidFen,
    });
    if (order.handedOverAt === null) {
      await this.inventory.putBack(tx, orderId);
    }
    return true;
  }
}
