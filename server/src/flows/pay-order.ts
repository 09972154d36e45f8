import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/index.js';
import { HandleAfterSale } from '../modules/after-sales/index.js';
import { ConfirmPayment, OfferPayment } from '../modules/orders/index.js';
import {
  OrderPayments,
  type ForeignRefund,
  type PayableOrder,
  type PaymentSuccess,
  type RefundedOrder,
} from '../modules/payments/index.js';
import { RefundPaidOrder } from './refund-order.js';

/** What paying means for an order: payments know the money, orders know what it is for. */
@Injectable()
export class PayOrder extends OrderPayments {
  constructor(
    private readonly offerPayment: OfferPayment,
    private readonly confirmPayment: ConfirmPayment,
    private readonly refund: RefundPaidOrder,
    private readonly afterSales: HandleAfterSale,
  ) {
    super();
  }

  override payable(tx: Tx, orderId: number, memberId: number): Promise<PayableOrder> {
    return this.offerPayment.execute(tx, orderId, memberId);
  }

  override renumbered(tx: Tx, { orderId, brandId }: { orderId: number; brandId: number }): Promise<string> {
    return this.offerPayment.renumber(tx, orderId, brandId);
  }

  override async paid(tx: Tx, orderId: number, success: PaymentSuccess): Promise<'accepted' | 'unwanted'> {
    const outcome = await this.confirmPayment.execute(tx, {
      orderId,
      paidFen: success.amountFen,
      paidAt: success.paidAt,
    });
    return outcome === 'paid' ? 'accepted' : 'unwanted';
  }

  override async refunded(tx: Tx, { cause }: RefundedOrder): Promise<void> {
    await this.afterSales.refunded(tx, await this.refund.complete(tx, cause));
  }

  override refundedElsewhere(tx: Tx, refund: ForeignRefund): Promise<string> {
    return this.refund.elsewhere(tx, refund);
  }
}
