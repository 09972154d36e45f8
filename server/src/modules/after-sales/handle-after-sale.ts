import { Injectable } from '@nestjs/common';
import { AFTER_SALE_MOVES, type AfterSaleMoveName, type Carrier, type Disposition } from '@regulars/shared';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, notFound } from '../../platform/http/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Inventory } from '../inventory/index.js';
import { RefundableOrders, type OrderActor } from '../orders/index.js';
import {
  AfterSalesRepository,
  type AfterSaleLineRow,
  type AfterSaleMoving,
  type AfterSaleRow,
} from './after-sales.repository.js';
import { deadlineMs } from './domain/after-sale-rules.js';
import { afterSaleDeadline } from './due-later.js';
import { OrderPromises } from './guarantees/order-promises.js';

/** Whose after-sales somebody may handle. */
export type Handler =
  | { readonly kind: 'staff'; readonly id: number; readonly storeIds: readonly number[] }
  | { readonly kind: 'admin'; readonly id: number; readonly brandIds: readonly number[] };

export interface DecidedAmount {
  readonly lineId: number;
  readonly amountFen: number;
}

export interface ReceivedLine {
  readonly lineId: number;
  readonly disposition: Disposition;
}

export interface HandledAfterSale {
  readonly afterSale: AfterSaleRow;
  readonly lines: readonly AfterSaleLineRow[];
}

/**
 * What a person at the brand does to an after-sale, step by step. The order is locked first, as whoever asks and
 * whoever refunds lock it, so that two who decide at once follow one another.
 */
@Injectable()
export class HandleAfterSale {
  constructor(
    private readonly afterSales: AfterSalesRepository,
    private readonly orders: RefundableOrders,
    private readonly promises: OrderPromises,
    private readonly inventory: Inventory,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found` for what is none of the handler's */
  async open(tx: Tx, handler: Handler, id: number): Promise<AfterSaleRow> {
    const found = await this.afterSales.find(tx, id);
    if (!found || !isHandledBy(found, handler)) {
      throw notFound();
    }
    await this.orders.lock(tx, found.orderId);
    const locked = await this.afterSales.lock(tx, id);
    return locked ?? found;
  }

  /** For what a customer may settle alone. @throws Refusal `not_found` */
  own(tx: Tx, memberId: number, id: number): Promise<AfterSaleRow> {
    return this.lockOfMember(tx, memberId, id);
  }

  /** Yes: to what was asked for, or to less. @throws Refusal `after_sale_moved_on`, `refund_exceeds_paid` */
  async approve(
    tx: Tx,
    afterSale: AfterSaleRow,
    actor: OrderActor,
    amounts: readonly DecidedAmount[] = [],
  ): Promise<HandledAfterSale> {
    const { id } = afterSale;
    const lines = await this.decided(tx, afterSale, amounts);
    const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
    await this.promises.answered(tx, afterSale.orderId, afterSale.reason, 'approved');
    if (afterSale.kind === 'return' || afterSale.kind === 'exchange') {
      const note = '已同意，请寄回或送回商品';
      await this.move(tx, { id, move: 'approve', actor, note, set: { amount_fen: amountFen } });
    }
    return { afterSale: { ...afterSale, amountFen }, lines };
  }

  async reject(tx: Tx, { id, orderId, reason }: AfterSaleRow, actor: OrderActor, why: string): Promise<void> {
    await this.move(tx, { id, move: 'reject', actor, note: `未同意：${why}` });
    await this.promises.answered(tx, orderId, reason, 'rejected');
  }

  /** What came back is not what was agreed on: it goes to the customer again. */
  async refuseGoods(tx: Tx, { id }: AfterSaleRow, actor: OrderActor, why: string): Promise<void> {
    await this.move(tx, { id, move: 'refuse_goods', actor, note: `收到的商品不符合约定：${why}` });
  }

  /** The goods are back; each line goes on the shelf again, or is written off. */
  async receive(
    tx: Tx,
    afterSale: AfterSaleRow,
    actor: OrderActor,
    received: readonly ReceivedLine[],
  ): Promise<HandledAfterSale> {
    const { id, orderId, storeId } = afterSale;
    const lines = await this.afterSales.lines(tx, [id]);
    const byLine = new Map(received.map(({ lineId, disposition }) => [lineId, disposition]));
    if (lines.some(({ lineId }) => !byLine.has(lineId)) || byLine.size !== lines.length) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'lines', message: '请为每一件退回的商品选择去向' }],
      });
    }
    await this.move(tx, { id, move: 'receive', actor, note: '已收到退回的商品' });
    for (const [lineId, disposition] of byLine) {
      await this.afterSales.disposeOf(tx, id, lineId, disposition);
    }
    const skus = await this.orders.skusOf(tx, orderId);
    const restocked = new Map<number, number>();
    for (const { lineId, quantity } of lines) {
      const skuId = skus.get(lineId);
      if (skuId !== undefined && byLine.get(lineId) === 'restock') {
        restocked.set(skuId, (restocked.get(skuId) ?? 0) + quantity);
      }
    }
    await this.inventory.comeBack(tx, {
      storeId,
      lines: [...restocked].map(([skuId, quantity]) => ({ skuId, quantity })),
      cause: `after-sale:${id}`,
    });
    return { afterSale: { ...afterSale, status: 'received' }, lines };
  }

  /** The money has set out. */
  async refunding(
    tx: Tx,
    { id, status, orderId }: AfterSaleRow,
    actor: OrderActor,
    refund: { id: number; amountFen: number },
  ) {
    await this.move(tx, {
      id,
      move: status === 'received' ? 'refund' : 'approve_refund',
      actor,
      note: '已同意退款，款项原路退回',
      set: { order_refund_id: refund.id, amount_fen: refund.amountFen },
    });
    await this.promises.refundOwed(tx, orderId);
  }

  /** The money has arrived. Says nothing about refunds that belong to no after-sale. */
  async refunded(tx: Tx, orderRefundId: number): Promise<void> {
    const afterSale = await this.afterSales.byRefund(tx, orderRefundId);
    if (afterSale?.status === 'refunding') {
      const { id, orderId } = afterSale;
      await this.move(tx, { id, move: 'settle', actor: 'system', note: '款项已退回' });
      await this.promises.refundMade(tx, orderId);
    }
  }

  async exchanged(tx: Tx, { id }: AfterSaleRow, actor: OrderActor, exchangeOrderId: number): Promise<void> {
    const note = '换货已安排，见新的订单';
    await this.move(tx, { id, move: 'exchange', actor, note, set: { exchange_order_id: exchangeOrderId } });
  }

  /** The customer thinks better of it. @throws Refusal `not_found`, `after_sale_moved_on` */
  async withdraw(tx: Tx, memberId: number, id: number): Promise<void> {
    const afterSale = await this.lockOfMember(tx, memberId, id);
    await this.move(tx, { id, move: 'withdraw', actor: `member:${memberId}`, note: '撤销了申请' });
    await this.promises.answered(tx, afterSale.orderId, afterSale.reason, 'withdrawn');
  }

  /** @throws Refusal `not_found`, `after_sale_moved_on` */
  async sendBack(tx: Tx, memberId: number, id: number, parcel: { company: Carrier; trackingNo: string }) {
    await this.lockOfMember(tx, memberId, id);
    await this.move(tx, {
      id,
      move: 'send_back',
      actor: `member:${memberId}`,
      note: `商品已寄回，运单号 ${parcel.trackingNo}`,
      set: { return_company: parcel.company, return_tracking_no: parcel.trackingNo },
    });
  }

  private async lockOfMember(tx: Tx, memberId: number, id: number): Promise<AfterSaleRow> {
    const found = await this.afterSales.ofMember(tx, memberId, id);
    if (!found) {
      throw notFound();
    }
    await this.orders.lock(tx, found.orderId);
    return found;
  }

  private async decided(tx: Tx, { id, kind }: AfterSaleRow, amounts: readonly DecidedAmount[]) {
    const lines = await this.afterSales.lines(tx, [id]);
    const decided = new Map(amounts.map(({ lineId, amountFen }) => [lineId, amountFen]));
    if ([...decided.keys()].some((lineId) => !lines.some((line) => line.lineId === lineId))) {
      throw new Refusal('refund_exceeds_paid');
    }
    const result: AfterSaleLineRow[] = [];
    for (const line of lines) {
      const amountFen = decided.get(line.lineId) ?? line.amountFen;
      // More than was asked for is a gift that nobody asked for; it has its own door at the order.
      if (amountFen > line.amountFen || (kind === 'exchange' && amountFen !== line.amountFen)) {
        throw new Refusal('refund_exceeds_paid');
      }
      if (amountFen !== line.amountFen) {
        await this.afterSales.decideLine(tx, id, line.lineId, amountFen);
      }
      result.push({ ...line, amountFen });
    }
    return result;
  }

  private async move(tx: Tx, moving: Omit<AfterSaleMoving, 'at' | 'dueAt'> & { move: AfterSaleMoveName }) {
    const status = AFTER_SALE_MOVES[moving.move].to;
    const within = deadlineMs(status);
    const dueAt = within === undefined ? undefined : this.clock.in(within);
    if (!(await this.afterSales.move(tx, { ...moving, at: this.clock.now(), dueAt }))) {
      throw new Refusal('after_sale_moved_on');
    }
    if (dueAt) {
      await this.jobs.schedule(tx, afterSaleDeadline({ afterSaleId: moving.id, status }, dueAt));
    }
  }
}

function isHandledBy({ storeId, brandId }: AfterSaleRow, handler: Handler): boolean {
  return handler.kind === 'staff' ? handler.storeIds.includes(storeId) : handler.brandIds.includes(brandId);
}
