import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import type { RefundResult } from '../../wechat/index.js';
import { refundQueryDelayMs } from './domain/delays.js';
import { canMoveRefund, isRefundOver, refundStatusOf } from './domain/refund-moves.js';
import { ReportMismatch } from './domain/success.js';
import { queryRefund } from './due-later.js';
import { OrderPayments } from './order-payments.js';
import { type Refund, RefundsRepository } from './refunds.repository.js';

const RECEIVED_BY_MAX = 64;
const CLOSED_BY_WECHAT = '微信支付关闭了这笔退款';

/** Books what WeChat reports of a refund: from the call itself, a notification or a query, in whatever order. */
@Injectable()
export class ApplyRefund {
  private readonly logger = new Logger(ApplyRefund.name);

  constructor(
    private readonly refunds: RefundsRepository,
    private readonly orders: OrderPayments,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @throws ReportMismatch when the report is not of a refund of ours */
  async execute(tx: Tx, reported: RefundResult): Promise<void> {
    const refund = await this.refunds.lockByNumber(tx, reported.outRefundNo);
    if (!refund) {
      throw new ReportMismatch(`No refund with the number ${reported.outRefundNo}`);
    }
    mustBeOf(refund, reported);
    const status = refundStatusOf(reported.status);
    if (!canMoveRefund(refund.status, status)) {
      return;
    }
    const succeededAt = status === 'succeeded' ? (reported.succeededAt ?? this.clock.now()) : null;
    await this.refunds.move(tx, refund, {
      status,
      failure: status === 'failed' ? CLOSED_BY_WECHAT : null,
      refundId: reported.refundId,
      receivedBy: reported.receivedBy?.slice(0, RECEIVED_BY_MAX) ?? null,
      succeededAt,
    });
    if (succeededAt && refund.kind === 'order') {
      const { id: refundId, orderId, amountFen } = refund;
      await this.orders.refunded(tx, { orderId, refundId, amountFen, at: succeededAt });
    }
    if (!isRefundOver(status)) {
      await this.jobs.schedule(
        tx,
        queryRefund({ refundId: refund.id, asked: 0 }, this.clock.in(refundQueryDelayMs(0))),
      );
    }
    if (status === 'abnormal' || status === 'failed') {
      this.logger.error(`Refund ${refund.outRefundNo} is ${status}: a person has to look at it`);
    }
  }
}

function mustBeOf(refund: Refund, reported: RefundResult): void {
  if (
    reported.transactionId !== refund.transactionId ||
    reported.refundFen !== refund.amountFen ||
    reported.totalFen !== refund.totalFen
  ) {
    throw new ReportMismatch(
      `Refund ${refund.outRefundNo} is ${reported.refundFen} of ${reported.totalFen} fen of ` +
        `${reported.transactionId} at WeChat`,
    );
  }
}
