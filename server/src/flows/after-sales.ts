import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/index.js';
import {
  HandleAfterSale,
  RequestAfterSale,
  type AfterSaleWish,
  type DecidedAmount,
  type HandledAfterSale,
  type Handler,
  type ReceivedLine,
} from '../modules/after-sales/index.js';
import { PlaceExchange, type LineWish, type OrderActor } from '../modules/orders/index.js';
import { RefundPaidOrder } from './refund-order.js';

/** After-sales where they move money and goods: whatever is decided and what follows from it is one transaction. */
@Injectable()
export class AfterSales {
  constructor(
    private readonly requestAfterSale: RequestAfterSale,
    private readonly handle: HandleAfterSale,
    private readonly refund: RefundPaidOrder,
    private readonly placeExchange: PlaceExchange,
  ) {}

  /** Cancelling needs nobody's leave; everything else waits for an answer. */
  async request(tx: Tx, wish: AfterSaleWish): Promise<number> {
    const id = await this.requestAfterSale.execute(tx, wish);
    if (wish.kind === 'cancel') {
      const self: OrderActor = `member:${wish.memberId}`;
      const handled = await this.handle.approve(tx, await this.handle.own(tx, wish.memberId, id), self);
      await this.giveBack(tx, handled, self);
    }
    return id;
  }

  async approve(tx: Tx, handler: Handler, id: number, amounts?: readonly DecidedAmount[]): Promise<void> {
    const actor = actorOf(handler);
    const afterSale = await this.handle.open(tx, handler, id);
    const handled = await this.handle.approve(tx, afterSale, actor, amounts);
    if (afterSale.kind === 'refund_only' || afterSale.kind === 'cancel') {
      await this.giveBack(tx, handled, actor);
    }
  }

  async reject(tx: Tx, handler: Handler, id: number, reason: string): Promise<void> {
    const afterSale = await this.handle.open(tx, handler, id);
    await (afterSale.status === 'returning'
      ? this.handle.refuseGoods(tx, afterSale, actorOf(handler), reason)
      : this.handle.reject(tx, afterSale, actorOf(handler), reason));
  }

  /** The goods are here: the money goes back, or the replacement sets out. */
  async receive(tx: Tx, handler: Handler, id: number, received: readonly ReceivedLine[]): Promise<void> {
    const actor = actorOf(handler);
    const afterSale = await this.handle.open(tx, handler, id);
    const handled = await this.handle.receive(tx, afterSale, actor, received);
    await (afterSale.kind === 'exchange'
      ? this.exchange(tx, handled, actor)
      : this.giveBack(tx, handled, actor));
  }

  private async giveBack(tx: Tx, { afterSale, lines }: HandledAfterSale, actor: OrderActor): Promise<void> {
    const refund = await this.refund.execute(tx, {
      orderId: afterSale.orderId,
      actor,
      reason: `售后退款 ${afterSale.id}`,
      lines: lines.map(({ lineId, quantity, amountFen }): LineWish => ({ lineId, quantity, amountFen })),
      sentBack: afterSale.kind === 'return',
    });
    await this.handle.refunding(tx, afterSale, actor, refund);
    if (refund.amountFen === 0) {
      await this.handle.refunded(tx, refund.id);
    }
  }

  private async exchange(tx: Tx, { afterSale, lines }: HandledAfterSale, actor: OrderActor): Promise<void> {
    const cheaper = lines.filter(({ amountFen }) => amountFen > 0);
    if (cheaper.length > 0) {
      await this.refund.execute(tx, {
        orderId: afterSale.orderId,
        actor,
        reason: '换货退差价',
        lines: cheaper.map(({ lineId, amountFen }) => ({ lineId, quantity: 0, amountFen })),
      });
    }
    const pieces = new Map<number, number>();
    for (const { exchangeSkuId, quantity } of lines) {
      if (exchangeSkuId !== null) {
        pieces.set(exchangeSkuId, (pieces.get(exchangeSkuId) ?? 0) + quantity);
      }
    }
    const orderId = await this.placeExchange.execute(tx, {
      orderId: afterSale.orderId,
      lines: [...pieces].map(([skuId, quantity]) => ({ skuId, quantity })),
    });
    await this.handle.exchanged(tx, afterSale, actor, orderId);
  }
}

function actorOf({ kind, id }: Handler): OrderActor {
  return `${kind}:${id}`;
}
