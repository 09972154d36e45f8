import { Injectable } from '@nestjs/common';
import { ORDER_MOVES, canHappen, type OrderStatus } from '@regulars/shared';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { Jobs, Outbox } from '../../platform/jobs/index.js';
import { ProductLookup } from '../catalogue/index.js';
import { Inventory } from '../inventory/index.js';
import { BrandLookup } from '../org/index.js';
import { OrderRules } from './checkout/order-rules.js';
import { waiting } from './domain/parcels.js';
import { planRefund, type LineWish, type PlannedLine } from './domain/refund-plan.js';
import './order-events.js';
import { OrderRefundsRepository, type OrderRefundRow } from './order-refunds.repository.js';
import { OrdersRepository, type OrderActor, type OrderLineRow, type OrderRow } from './orders.repository.js';
import { COMPLETE_SHIPPED_ORDER, DAY_MS, type CompleteShippedOrder } from './receive-order.js';

/** Before anybody has begun with the goods the customer decides alone; afterwards the brand does. */
const BY_CUSTOMER: readonly OrderStatus[] = ['paid'];

export interface RefundWish {
  readonly orderId: number;
  readonly actor: OrderActor;
  /** The customer reads it. At most 80 characters. */
  readonly reason: string;
  /** Everything that is left when absent. */
  readonly lines?: readonly LineWish[];
  /** The customer has had the pieces: whoever takes them back says what becomes of them. */
  readonly sentBack?: boolean;
}

export type BegunRefund = Pick<OrderRefundRow, 'id' | 'orderId' | 'amountFen' | 'points' | 'reason'>;

/** The order's half of a refund, whole or in part; moving the money is the payment's half. */
@Injectable()
export class RefundOrder {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly refunds: OrderRefundsRepository,
    private readonly products: ProductLookup,
    private readonly inventory: Inventory,
    private readonly brands: BrandLookup,
    private readonly rules: OrderRules,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Claims what is given back; the money is to follow. Parts leave the order where it is; with the last of it the
   * order ends. @throws Refusal `order_not_refundable`, `refund_exceeds_paid`
   */
  async begin(tx: Tx, wish: RefundWish): Promise<BegunRefund> {
    const { orderId, actor, reason } = wish;
    const order = await this.orders.lock(tx, orderId);
    if (!order || !mayBegin(order, actor)) {
      throw new Refusal('order_not_refundable');
    }
    const rows = await this.orders.lines(tx, [orderId]);
    const lines = rows.map((row) => toPlanned(row, order, wish));
    const plan = planRefund({ freightFen: order.freightFen, lines }, wish.lines);
    if (!plan) {
      throw new Refusal('refund_exceeds_paid');
    }
    const at = this.clock.now();
    const id = await this.refunds.begin(tx, { orderId, actor, reason, at }, plan);
    if (plan.whole) {
      const note = `申请退款：${reason}`;
      await this.orders.move(tx, { orderId, ...ORDER_MOVES.refund, actor, at, note });
    } else if (order.status === 'partly_shipped') {
      await this.closeParcels(tx, order);
    }
    return { id, orderId, amountFen: plan.amountFen, points: plan.points, reason };
  }

  /** Refunds whose money isn't back yet: whoever asks again may send it once more. */
  async begun(tx: Tx, orderId: number): Promise<BegunRefund[]> {
    return (await this.refunds.ofOrder(tx, orderId)).filter(({ status }) => status === 'begun');
  }

  /** The customer has the money. False when that was known already. */
  async complete(tx: Tx, orderRefundId: number): Promise<boolean> {
    const refund = await this.refunds.find(tx, orderRefundId);
    const order = refund && (await this.orders.lock(tx, refund.orderId));
    if (!order) {
      throw new Error(`Order refund ${orderRefundId}, which does not exist`);
    }
    if (!(await this.refunds.finish(tx, orderRefundId, this.clock.now()))) {
      return false;
    }
    await this.orders.addRefunded(tx, order.id, refund.amountFen);
    await this.settle(tx, order, refund);
    await this.inventory.comeBack(tx, {
      storeId: order.storeId,
      lines: await this.products.countedIn(tx, await this.refunds.unsentPieces(tx, orderRefundId)),
      cause: `order-refund:${orderRefundId}`,
    });
    return true;
  }

  /** Tells how much is given back by now, and ends the order when that is all of it. */
  private async settle(tx: Tx, order: OrderRow, refund: OrderRefundRow): Promise<void> {
    const all = await this.refunds.ofOrder(tx, order.id);
    const done = all.filter(({ status }) => status === 'done');
    const whole = order.status === 'refunding' && done.length === all.length;
    if (whole) {
      await this.orders.move(tx, {
        orderId: order.id,
        ...ORDER_MOVES.settle_refund,
        actor: 'system',
        at: this.clock.now(),
        note: order.paidFen === 0 ? '退款完成' : '退款已原路退回',
      });
    }
    const { programId } = await this.brands.get(order.brandId);
    await this.outbox.emit(tx, 'order.refunded', {
      orderId: order.id,
      refundId: refund.id,
      brandId: order.brandId,
      programId,
      memberId: order.memberId,
      refundedFen: refund.amountFen,
      totalRefundedFen: done.reduce((sum, { amountFen }) => sum + amountFen, 0),
      totalRefundedPoints: done.reduce((sum, { points }) => sum + points, 0),
      whole,
    });
  }

  /** What was still to be sent is given back: then everything that will ever be sent is on its way. */
  private async closeParcels(tx: Tx, { id: orderId, brandId }: OrderRow): Promise<void> {
    const lines = await this.orders.lines(tx, [orderId]);
    if (lines.some((line) => waiting(line) > 0)) {
      return;
    }
    const at = this.clock.now();
    const note = '其余商品已退款，商品已全部发出';
    await this.orders.move(tx, { orderId, ...ORDER_MOVES.ship_all, actor: 'system', at, note });
    const { receivedAfterDays } = await this.rules.of(brandId);
    await this.jobs.schedule(tx, {
      kind: COMPLETE_SHIPPED_ORDER,
      key: `order:${orderId}`,
      dueAt: this.clock.in(receivedAfterDays * DAY_MS),
      payload: { orderId } satisfies CompleteShippedOrder,
    });
  }
}

function mayBegin({ status, fulfilment }: OrderRow, actor: OrderActor): boolean {
  return actor.startsWith('member:') ? BY_CUSTOMER.includes(status) : canHappen('refund', status, fulfilment);
}

function toPlanned(row: OrderLineRow, order: OrderRow, { sentBack }: RefundWish): PlannedLine {
  const gone = sentBack || (order.fulfilment === 'pickup' && order.handedOverAt !== null);
  return { ...row, lineId: row.id, waitingQuantity: gone ? 0 : waiting(row) };
}
