import { Injectable } from '@nestjs/common';
import type { RefundStatus } from '@regulars/shared';
import { Database } from '../../platform/database/index.js';
import { PaymentsRepository } from './payments.repository.js';
import { RefundsRepository } from './refunds.repository.js';

export interface OrderRefund {
  readonly id: number;
  readonly orderId: number;
  readonly status: RefundStatus;
  readonly amountFen: number;
  readonly reason: string;
  /** Why it failed, for the console. */
  readonly failure: string | null;
  readonly at: Date;
}

export interface MadePayment {
  readonly transactionId: string;
  readonly openid: string;
}

/** What others may know of payments. */
@Injectable()
export class PaymentLookup {
  constructor(
    private readonly database: Database,
    private readonly payments: PaymentsRepository,
    private readonly refunds: RefundsRepository,
  ) {}

  /** The refunds of these orders, oldest first; one statement. */
  async refundsOf(orderIds: readonly number[]): Promise<OrderRefund[]> {
    if (orderIds.length === 0) {
      return [];
    }
    const refunds = await this.refunds.ofOrders(this.database, orderIds);
    return refunds.map(({ id, orderId, status, amountFen, reason, failure, createdAt, succeededAt }) => ({
      id,
      orderId,
      status,
      amountFen,
      reason,
      failure,
      at: succeededAt ?? createdAt,
    }));
  }

  /** WeChat's number of the order's payment and who made it, once it is made. */
  async paymentOf(orderId: number): Promise<MadePayment | undefined> {
    const payment = await this.payments.ofOrder(this.database, orderId);
    return payment?.status === 'paid' && payment.transactionId !== null
      ? { transactionId: payment.transactionId, openid: payment.openid }
      : undefined;
  }
}
