import { Injectable } from '@nestjs/common';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { WechatPay, WechatUnavailable } from '../../wechat/index.js';
import { ConfirmPayment } from './confirm-payment.js';
import { PaymentInquiry } from './payment-inquiry.js';
import { PaymentsRepository, type PaymentStatus } from './payments.repository.js';

/** Refusals after which WeChat takes no money for the number either. */
const CLOSED_CODES = new Set(['ORDERCLOSED', 'ORDERNOTEXIST']);

/**
 * Ends the payment of an order that is to be closed: first at WeChat, then here. It talks to WeChat, so it runs
 * before the transaction that closes the order; that one then asks {@link isOver} under the order's lock.
 */
@Injectable()
export class ClosePayment {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentsRepository,
    private readonly confirmPayment: ConfirmPayment,
    private readonly inquiry: PaymentInquiry,
    private readonly pay: WechatPay,
  ) {}

  /**
   * `none`: nobody began to pay. `paid`: the customer was faster, and the order is paid now.
   * @throws WechatUnavailable when nothing is certain: try again later
   */
  async execute(orderId: number): Promise<Exclude<PaymentStatus, 'open'> | 'none'> {
    const payment = await this.payments.ofOrder(this.database, orderId);
    if (payment?.status === 'open') {
      await this.end(payment.id, payment.outTradeNo);
    }
    const ended = payment && (await this.payments.ofOrder(this.database, orderId));
    if (ended?.status === 'open') {
      throw new WechatUnavailable(`Payment ${ended.outTradeNo} is still open`);
    }
    return ended?.status ?? 'none';
  }

  /**
   * In the transaction that closes the order, which holds the order's lock: has no payment begun or been made
   * meanwhile? Beginning one needs that lock, and a success that is being booked still shows as open here.
   */
  async isOver(tx: Tx, orderId: number): Promise<boolean> {
    const payment = await this.payments.ofOrder(tx, orderId);
    return payment === undefined || payment.status === 'closed' || payment.status === 'returned';
  }

  /** `paid` when the customer was faster. @throws WechatUnavailable */
  async atWechat(outTradeNo: string): Promise<'closed' | 'paid'> {
    const answer = await this.pay.close(outTradeNo);
    if (answer.outcome === 'ok') {
      return 'closed';
    }
    if (answer.outcome === 'unknown') {
      throw new WechatUnavailable(`Close of ${outTradeNo}: ${answer.reason}`);
    }
    if (answer.code === 'ORDERPAID') {
      return 'paid';
    }
    if (CLOSED_CODES.has(answer.code)) {
      return 'closed';
    }
    throw new WechatUnavailable(`Close of ${outTradeNo} refused: ${answer.code} ${answer.message}`);
  }

  private async end(paymentId: number, outTradeNo: string): Promise<void> {
    if ((await this.atWechat(outTradeNo)) === 'closed') {
      await this.unitOfWork.run((tx) => this.payments.close(tx, paymentId));
      return;
    }
    const transaction = await this.inquiry.ask(outTradeNo);
    if (!transaction) {
      throw new WechatUnavailable(`${outTradeNo} is paid and unknown at once`);
    }
    await this.unitOfWork.run((tx) => this.confirmPayment.execute(tx, transaction));
  }
}
