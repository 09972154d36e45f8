import { Injectable, Logger } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { type ReportedPayment, ReportMismatch, type Success, successOf } from './domain/success.js';
import { OrderPayments } from './order-payments.js';
import { type Payment, PaymentsRepository } from './payments.repository.js';
import { RequestRefund } from './request-refund.js';

/**
 * Books a success that WeChat reports, by notification or by query alike, each transaction once. The first one an
 * order wants makes it paid; any other money goes back by itself.
 */
@Injectable()
export class ConfirmPayment {
  private readonly logger = new Logger(ConfirmPayment.name);

  constructor(
    private readonly payments: PaymentsRepository,
    private readonly orders: OrderPayments,
    private readonly requestRefund: RequestRefund,
  ) {}

  /** @throws ReportMismatch when the report is no success of a payment of ours */
  async execute(tx: Tx, reported: ReportedPayment): Promise<void> {
    const payment = await this.payments.lockByOutTradeNo(tx, reported.outTradeNo);
    if (!payment) {
      throw new ReportMismatch(`No payment with the number ${reported.outTradeNo}`);
    }
    const success = successOf(payment, reported);
    if (payment.transactionId === success.transactionId) {
      return;
    }
    if (payment.transactionId !== null) {
      await this.giveBack(tx, payment, success);
      return;
    }
    const wanted =
      payment.status === 'open' && (await this.orders.paid(tx, payment.orderId, success)) === 'accepted';
    await this.payments.succeed(tx, payment.id, wanted ? 'paid' : 'returned', success);
    if (!wanted) {
      await this.giveBack(tx, payment, success);
    }
  }

  private async giveBack(tx: Tx, payment: Payment, success: Success): Promise<void> {
    this.logger.warn(
      `Nobody wants transaction ${success.transactionId} of ${payment.outTradeNo}: it is refunded`,
    );
    await this.requestRefund.ofStray(tx, payment, success);
  }
}
