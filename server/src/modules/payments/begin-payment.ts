import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { type Tx, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { type PaymentParameters, WechatPay, WechatUnavailable } from '../../wechat/index.js';
import { ClosePayment } from './close-payment.js';
import { paymentQueryDelayMs } from './domain/delays.js';
import { queryPayment } from './due-later.js';
import { OrderPayments } from './order-payments.js';
import { type Payment, PaymentsRepository } from './payments.repository.js';

/** Characters; long names of goods are cut. */
const DESCRIPTION_MAX = 127;

export interface Payer {
  readonly memberId: number;
  readonly openid: string;
}

/**
 * Opens the one payment of an order, or opens its sheet once more: WeChat hears the same fields each time, so
 * however often the customer tries, there is one payment to make.
 */
@Injectable()
export class BeginPayment {
  private readonly logger = new Logger(BeginPayment.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentsRepository,
    private readonly orders: OrderPayments,
    private readonly closePayment: ClosePayment,
    private readonly pay: WechatPay,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async execute(payer: Payer, orderId: number): Promise<PaymentParameters> {
    const payment = await this.unitOfWork.run((tx) => this.open(tx, payer, orderId));
    return this.pay.paymentParameters(payment.prepayId ?? (await this.announce(payment)));
  }

  private async open(tx: Tx, payer: Payer, orderId: number): Promise<Payment> {
    const order = await this.orders.payable(tx, orderId, payer.memberId);
    const known = await this.payments.ofOrder(tx, orderId);
    if (known) {
      // Another WeChat of the same member can't make a payment that was announced for the first.
      if (known.status !== 'open' || known.openid !== payer.openid) {
        throw new Refusal('order_not_payable');
      }
      return known;
    }
    const payment = await this.payments.add(tx, {
      orderId,
      outTradeNo: order.outTradeNo,
      appId: this.pay.appId,
      mchId: this.pay.mchId,
      openid: payer.openid,
      amountFen: order.payFen,
      description: [...order.description].slice(0, DESCRIPTION_MAX).join(''),
      expiresAt: order.expiresAt,
    });
    await this.jobs.schedule(
      tx,
      queryPayment({ outTradeNo: payment.outTradeNo, asked: 0 }, this.clock.in(paymentQueryDelayMs(0))),
    );
    return payment;
  }

  private async announce(payment: Payment): Promise<string> {
    const answer = await this.pay.prepay({
      outTradeNo: payment.outTradeNo,
      description: payment.description,
      totalFen: payment.amountFen,
      openid: payment.openid,
      expiresAt: payment.expiresAt,
      notifyUrl: `${this.config.get('publicUrl')}/hooks/wechat/pay/transactions`,
    });
    switch (answer.outcome) {
      case 'ok':
        await this.keep(payment, answer.value);
        return answer.value;
      case 'unknown':
        throw new WechatUnavailable(`Prepay of ${payment.outTradeNo}: ${answer.reason}`);
      case 'refused':
        return this.refuse(payment, answer.code, answer.message);
    }
  }

  /** When the order ended while WeChat was answering, nobody must be able to pay what was just announced. */
  private async keep(payment: Payment, prepayId: string): Promise<void> {
    const kept = await this.unitOfWork.run((tx) => this.payments.keepPrepayId(tx, payment.id, prepayId));
    if (!kept) {
      await this.closePayment.atWechat(payment.outTradeNo);
      throw new Refusal('order_not_payable');
    }
  }

  private async refuse(payment: Payment, code: string, message: string): Promise<never> {
    if (code === 'ORDERPAID') {
      await this.closePayment.execute(payment.orderId);
      throw new Refusal('order_not_payable', { detail: '这笔订单已经付过款了，请刷新查看最新状态。' });
    }
    if (code === 'ORDERCLOSED') {
      throw new Refusal('order_not_payable');
    }
    this.logger.error(`WeChat Pay refuses to prepare ${payment.outTradeNo}: ${code} ${message}`);
    throw new WechatUnavailable(`Prepay of ${payment.outTradeNo} refused: ${code} ${message}`);
  }
}
