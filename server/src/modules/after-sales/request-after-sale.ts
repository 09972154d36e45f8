import { Injectable } from '@nestjs/common';
import type { AfterSaleKind, AfterSaleReason } from '@regulars/shared';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Pictures } from '../../platform/media/index.js';
import { ProductLookup } from '../catalogue/index.js';
import { RefundableOrders, mostFor, type OrderLineRow, type OrderRow } from '../orders/index.js';
import { AfterSalesRepository, type AfterSaleLineRow } from './after-sales.repository.js';
import { ANSWER_WITHIN_MS, differenceFen, obstacleOf, type Obstacle } from './domain/after-sale-rules.js';
import { CHECK_AFTER_SALE_TEXT, afterSaleDeadline, type CheckAfterSaleText } from './due-later.js';
import { OrderPromises } from './guarantees/order-promises.js';
import { ReturnWindows } from './guarantees/return-windows.js';

export interface WishedLine {
  readonly lineId: number;
  readonly quantity: number;
  readonly amountFen?: number;
  readonly exchangeSkuId?: number;
}

export interface AfterSaleWish {
  readonly memberId: number;
  readonly openid: string;
  readonly orderId: number;
  readonly kind: AfterSaleKind;
  readonly reason: AfterSaleReason;
  readonly text: string;
  readonly pictures: readonly string[];
  readonly lines: readonly WishedLine[];
}

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  order_not_paid: '这笔订单现在不能申请售后。',
  goods_not_there: '商品还没有交到你手上，可以先申请仅退款。',
  already_under_way: '门店已经开始备货，请改为申请仅退款。',
  window_over: '已经超过可以申请售后的时间了。',
};

/** A customer asks. Pieces that are asked for are spoken for: nobody asks for one piece twice. */
@Injectable()
export class RequestAfterSale {
  constructor(
    private readonly afterSales: AfterSalesRepository,
    private readonly orders: RefundableOrders,
    private readonly products: ProductLookup,
    private readonly windows: ReturnWindows,
    private readonly promises: OrderPromises,
    private readonly pictures: Pictures,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found`, `after_sale_not_possible`, `after_sale_exists`, `refund_exceeds_paid`, `exchange_not_possible`, `picture_unknown` */
  async execute(tx: Tx, wish: AfterSaleWish): Promise<number> {
    const { order, lines } = await this.orders.lockOfMember(tx, wish.memberId, wish.orderId);
    const now = this.clock.now();
    const obstacle = obstacleOf(wish.kind, wish.reason, order, await this.windows.ofOrder(tx, order), now);
    if (obstacle) {
      throw new Refusal('after_sale_not_possible', { detail: OBSTACLES[obstacle] });
    }
    const wanted = await this.wanted(tx, order, lines, wish);
    await this.pictures.attachOfMember(tx, wish.memberId, wish.pictures);
    const dueAt = this.clock.in(ANSWER_WITHIN_MS);
    const id = await this.afterSales.insert(
      tx,
      {
        orderId: order.id,
        brandId: order.brandId,
        storeId: order.storeId,
        memberId: wish.memberId,
        kind: wish.kind,
        reason: wish.reason,
        text: wish.text,
        pictures: wish.pictures,
        amountFen: wanted.reduce((sum, { amountFen }) => sum + amountFen, 0),
        at: now,
        dueAt,
      },
      wanted,
    );
    await this.afterSales.addEvent(tx, id, {
      at: now,
      status: 'requested',
      actor: `member:${wish.memberId}`,
      note: '提交了申请',
    });
    await this.jobs.schedule(tx, afterSaleDeadline({ afterSaleId: id, status: 'requested' }, dueAt));
    if (wish.text !== '') {
      const payload: CheckAfterSaleText = { afterSaleId: id, openid: wish.openid };
      await this.jobs.schedule(tx, { kind: CHECK_AFTER_SALE_TEXT, key: String(id), payload });
    }
    await this.promises.callUpon(tx, order.id, wish.reason);
    return id;
  }

  private async wanted(
    tx: Tx,
    order: OrderRow,
    lines: readonly OrderLineRow[],
    { kind, lines: wishes }: AfterSaleWish,
  ): Promise<Omit<AfterSaleLineRow, 'afterSaleId' | 'disposition'>[]> {
    const held = await this.afterSales.heldPieces(tx, order.id);
    const seen = new Set<number>();
    const wanted: Omit<AfterSaleLineRow, 'afterSaleId' | 'disposition'>[] = [];
    for (const wish of wishes) {
      const line = lines.find(({ id }) => id === wish.lineId);
      if (!line || seen.has(wish.lineId)) {
        throw new Refusal('refund_exceeds_paid');
      }
      seen.add(wish.lineId);
      const { pieces = 0, open = 0 } = held.get(line.id) ?? {};
      const left = line.quantity - line.refundedQuantity - pieces;
      if (wish.quantity > left || (wish.quantity === 0 && open > 0)) {
        throw new Refusal(pieces > 0 || open > 0 ? 'after_sale_exists' : 'refund_exceeds_paid');
      }
      wanted.push(
        kind === 'exchange'
          ? await this.exchanged(tx, order, line, wish)
          : { ...wish, amountFen: amountOf(kind, line, wish), exchangeSkuId: null },
      );
    }
    return wanted;
  }

  /** Another variant of the same product, for the same price or less; what it costs less goes back. */
  private async exchanged(tx: Tx, order: OrderRow, line: OrderLineRow, wish: WishedLine) {
    const { lineId, quantity, exchangeSkuId = line.skuId } = wish;
    const [sku] = quantity > 0 ? await this.products.skusOnSale(tx, order.brandId, [exchangeSkuId]) : [];
    if (sku?.productId !== line.productId) {
      throw new Refusal('exchange_not_possible');
    }
    const paidFen = mostFor({ ...line, lineId, waitingQuantity: 0 }, quantity).amountFen;
    const amountFen = differenceFen({ listFen: line.listFen, replacementFen: sku.priceFen, paidFen });
    if (amountFen === undefined) {
      throw new Refusal('exchange_not_possible', {
        detail: '想换的规格更贵，请先退货，再按现在的价格重新下单。',
      });
    }
    return { lineId, quantity, amountFen, exchangeSkuId };
  }
}

/** The share of the pieces, or less of it; without pieces, so much of what was paid. */
function amountOf(kind: AfterSaleKind, line: OrderLineRow, { quantity, amountFen }: WishedLine): number {
  if (quantity === 0) {
    const most = line.totalFen - line.refundedFen;
    if (kind !== 'refund_only' || amountFen === undefined || amountFen === 0 || amountFen > most) {
      throw new Refusal('refund_exceeds_paid');
    }
    return amountFen;
  }
  const share = mostFor({ ...line, lineId: line.id, waitingQuantity: 0 }, quantity).amountFen;
  if (amountFen !== undefined && (amountFen > share || kind === 'cancel')) {
    throw new Refusal('refund_exceeds_paid');
  }
  return amountFen ?? share;
}
