import { Clock } from '../../../platform/clock/index.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { JobHandler, Jobs, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import { ConfirmPayment } from '../confirm-payment.js';
import { paymentQueryDelayMs } from '../domain/delays.js';
import { QUERY_PAYMENT, queryPayment, type QueryPaymentPayload } from '../due-later.js';
import { standingOf } from '../domain/standing.js';
import { PaymentInquiry } from '../payment-inquiry.js';
import { PaymentsRepository } from '../payments.repository.js';

/** Notifications get lost: as long as a payment is open, WeChat is asked, more and more rarely. */
@JobHandler(QUERY_PAYMENT)
export class QueryPayment implements HandlesJob<QueryPaymentPayload> {
  constructor(
    private readonly database: Database,
    private readonly payments: PaymentsRepository,
    private readonly inquiry: PaymentInquiry,
    private readonly confirmPayment: ConfirmPayment,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async run(payload: QueryPaymentPayload, settle: Settle): Promise<void> {
    const payment = await this.payments.byOutTradeNo(this.database, payload.outTradeNo);
    if (payment?.status !== 'open') {
      return;
    }
    const transaction = await this.inquiry.ask(payment.outTradeNo);
    const standing = standingOf(transaction?.tradeState);
    await settle(async (tx) => {
      if (transaction && standing === 'made') {
        await this.confirmPayment.execute(tx, transaction);
      } else if (standing === 'dead') {
        await this.payments.close(tx, payment.id);
      } else {
        await this.askLater(tx, payload);
      }
    });
  }

  private async askLater(tx: Tx, { outTradeNo, asked }: QueryPaymentPayload): Promise<void> {
    const next = asked + 1;
    await this.jobs.schedule(
      tx,
      queryPayment({ outTradeNo, asked: next }, this.clock.in(paymentQueryDelayMs(next))),
    );
  }
}
