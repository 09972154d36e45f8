import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/index.js';
import { RefundOrder, type BegunRefund, type RefundWish } from '../modules/orders/index.js';
import { RequestRefund } from '../modules/payments/index.js';

const CAUSE = /^order-refund:(\d+)$/;

/** Gives an order back, whole or in part: what is claimed and the money sets out in the same transaction. */
@Injectable()
export class RefundPaidOrder {
  constructor(
    private readonly refundOrder: RefundOrder,
    private readonly requestRefund: RequestRefund,
  ) {}

  async execute(tx: Tx, wish: RefundWish): Promise<BegunRefund> {
    const refund = await this.refundOrder.begin(tx, wish);
    await this.send(tx, refund);
    return refund;
  }

  /** Once more for what WeChat didn't carry out. Undefined when nothing is under way. */
  async again(tx: Tx, orderId: number): Promise<BegunRefund | undefined> {
    const refunds = await this.refundOrder.begun(tx, orderId);
    for (const refund of refunds) {
      await this.send(tx, refund);
    }
    return refunds.at(-1);
  }

  /** The money of all of it went back already. Answers the cause under which the payment's refund is to be kept. */
  async elsewhere(tx: Tx, wish: RefundWish): Promise<string> {
    const { id } = await this.refundOrder.begin(tx, wish);
    return causeOf(id);
  }

  /** The payment's refund is over: so is the order's. */
  async complete(tx: Tx, cause: string): Promise<number> {
    const id = Number(CAUSE.exec(cause)?.[1]);
    if (!Number.isSafeInteger(id)) {
      throw new Error(`A refund for ${cause}, which is no refund of an order`);
    }
    await this.refundOrder.complete(tx, id);
    return id;
  }

  /** Where no money was paid, points and coupons are all there is to give back. */
  private async send(tx: Tx, { id, orderId, amountFen, reason }: BegunRefund): Promise<void> {
    if (amountFen === 0) {
      await this.refundOrder.complete(tx, id);
      return;
    }
    await this.requestRefund.execute(tx, { orderId, cause: causeOf(id), amountFen, reason });
  }
}

const causeOf = (orderRefundId: number): string => `order-refund:${orderRefundId}`;
