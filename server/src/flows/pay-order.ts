import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/index.js';
import { ConfirmPayment, OfferPayment, RefundOrder } from '../modules/orders/index.js';
import {
  OrderPayments,
  type PayableOrder,
  type PaymentSuccess,
  type RefundedOrder,
} from '../modules/payments/index.js';

/** What paying means for an order: payments know the money, orders know what it is for. */
@Injectable()
export class PayOrder extends OrderPayments {
  constructor(
    private readonly offerPayment: OfferPayment,
    private readonly confirmPayment: ConfirmPayment,
    private readonly refundOrder: RefundOrder,
  ) {
    super();
  }

  override payable(tx: Tx, orderId: number, memberId: number): Promise<PayableOrder> {
    return this.offerPayment.execute(tx, orderId, memberId);
  }

  override async paid(tx: Tx, orderId: number, success: PaymentSuccess): Promise<'accepted' | 'unwanted'> {
    const outcome = await this.confirmPayment.execute(tx, {
      orderId,
      paidFen: success.amountFen,
      paidAt: success.paidAt,
    });
    return outcome === 'paid' ? 'accepted' : 'unwanted';
  }

  override async refunded(tx: Tx, { orderId, refundId }: RefundedOrder): Promise<void> {
    await this.refundOrder.complete(tx, orderId, refundId);
  }
}
