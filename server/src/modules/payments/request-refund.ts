import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import type { Success } from './domain/success.js';
import { sendRefund } from './due-later.js';
import { type Payment, PaymentsRepository } from './payments.repository.js';
import { type NewRefund, type Refund, RefundsRepository } from './refunds.repository.js';

export interface OrderRefundRequest {
  readonly orderId: number;
  /** Why there is this refund and no other, such as `order:12`: the same cause is refunded once. */
  readonly cause: string;
  readonly amountFen: number;
  /** The customer reads it. At most 80 characters. */
  readonly reason: string;
}

const STRAY_REASON = '订单已结束，多付的款项原路退回';

/** Decides that money goes back, with the number under which WeChat will be asked however often it takes. */
@Injectable()
export class RequestRefund {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly refunds: RefundsRepository,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Repeating the request brings the same refund; after a failed one it begins the next attempt. */
  async execute(tx: Tx, request: OrderRefundRequest): Promise<{ refundId: number }> {
    const payment = await this.payments.lockOfOrder(tx, request.orderId);
    if (payment?.status !== 'paid' || payment.transactionId === null) {
      throw new Refusal('order_not_refundable');
    }
    const { transactionId, id: paymentId } = payment;
    const earlier = await this.refunds.latestOfCause(tx, request.cause);
    if (earlier && earlier.status !== 'failed') {
      return { refundId: sameRefund(earlier, request) };
    }
    const live = await this.refunds.liveFen(tx, paymentId, transactionId);
    if (request.amountFen <= 0 || live + request.amountFen > payment.amountFen) {
      throw new Refusal('order_not_refundable');
    }
    return this.add(tx, {
      paymentId,
      orderId: request.orderId,
      kind: 'order',
      cause: request.cause,
      attempt: (earlier?.attempt ?? 0) + 1,
      transactionId,
      amountFen: request.amountFen,
      totalFen: payment.amountFen,
      reason: request.reason,
    });
  }

  /** Money that came when no order wanted it. */
  async ofStray(tx: Tx, payment: Payment, success: Success): Promise<void> {
    const cause = `stray:${success.transactionId}`;
    if (await this.refunds.latestOfCause(tx, cause)) {
      return;
    }
    await this.add(tx, {
      paymentId: payment.id,
      orderId: payment.orderId,
      kind: 'stray',
      cause,
      attempt: 1,
      transactionId: success.transactionId,
      amountFen: success.amountFen,
      totalFen: success.amountFen,
      reason: STRAY_REASON,
    });
  }

  private async add(tx: Tx, refund: Omit<NewRefund, 'outRefundNo'>): Promise<{ refundId: number }> {
    const refundId = await this.refunds.add(tx, { ...refund, outRefundNo: this.newNumber() });
    await this.jobs.schedule(tx, sendRefund({ refundId }));
    return { refundId };
  }

  /** 25 characters: the day for people, 64 random bits for uniqueness. */
  private newNumber(): string {
    return `R${this.clock.businessDay().replaceAll('-', '')}${randomBytes(8).toString('hex').toUpperCase()}`;
  }
}

function sameRefund(earlier: Refund, request: OrderRefundRequest): number {
  if (earlier.orderId !== request.orderId || earlier.amountFen !== request.amountFen) {
    throw new Error(`The cause ${request.cause} has led to another refund already`);
  }
  return earlier.id;
}
