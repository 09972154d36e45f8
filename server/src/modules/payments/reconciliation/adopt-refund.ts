import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';
import type { RefundResult } from '../../../wechat/index.js';
import { ApplyRefund } from '../apply-refund.js';
import { ReportMismatch } from '../domain/success.js';
import { OrderPayments } from '../order-payments.js';
import { PaymentsRepository } from '../payments.repository.js';
import { RefundsRepository } from '../refunds.repository.js';

const REASON = '商户平台退款';

/**
 * Takes up a refund of a whole payment that somebody made in WeChat's merchant console: the order ends as if it had
 * been refunded here. WeChat has proven it by a verified query.
 */
@Injectable()
export class AdoptRefund {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly refunds: RefundsRepository,
    private readonly orders: OrderPayments,
    private readonly applyRefund: ApplyRefund,
  ) {}

  /** @throws ReportMismatch, Refusal `order_not_refundable` */
  async execute(tx: Tx, proven: RefundResult, actor: `admin:${number}`): Promise<void> {
    const known = await this.payments.byOutTradeNo(tx, proven.outTradeNo);
    if (!known) {
      throw new ReportMismatch(`A refund of ${proven.outTradeNo}, which is not ours`);
    }
    // The order before its payment, as everybody locks them.
    const cause = await this.orders.refundedElsewhere(tx, { orderId: known.orderId, actor, reason: REASON });
    const payment = await this.payments.lockOfOrder(tx, known.orderId);
    if (
      payment?.status !== 'paid' ||
      payment.transactionId !== proven.transactionId ||
      payment.amountFen !== proven.refundFen ||
      (await this.refunds.liveFen(tx, payment.id, proven.transactionId)) > 0
    ) {
      throw new ReportMismatch(
        `Refund ${proven.outRefundNo} is not of all that was paid for ${proven.outTradeNo}`,
      );
    }
    await this.refunds.add(tx, {
      paymentId: payment.id,
      orderId: payment.orderId,
      kind: 'order',
      cause,
      attempt: 1,
      outRefundNo: proven.outRefundNo,
      transactionId: proven.transactionId,
      amountFen: proven.refundFen,
      totalFen: proven.totalFen,
      reason: REASON,
    });
    await this.applyRefund.execute(tx, proven);
  }
}
