import { setTimeout as sleep } from 'node:timers/promises';
import type { OnModuleInit } from '@nestjs/common';
import type { Clock } from '../../platform/clock/index.js';
import type { Fields } from '../http/fields.js';
import { Unreachable } from '../http/exchange.js';
import { lazily } from '../lazily.js';
import { cutToBytes } from '../http/cut.js';
import { shanghaiSeconds } from '../http/shanghai-time.js';
import { Merchant, type MerchantCredentials, type PaymentParameters } from './merchant.js';
import { isWorthRepeating, type PayAnswer, readFailure, readSuccess } from './pay-answer.js';
import { answerIn, PayTransport } from './pay-transport.js';
import { readRefund, readTransaction, type RefundResult, type Transaction } from './resources.js';
import { Serials, type TrustedKeys } from './serials.js';
import { signatureDefect } from './signature.js';

const TIMEOUT_MS = 5_000;
const REPEAT_DELAYS_MS: readonly number[] = [200, 600];
const CURRENCY = 'CNY';
// The documentation says 127 and 80 without saying of what; counted in bytes they are right either way.
const DESCRIPTION_BYTES_MAX = 127;
const REASON_BYTES_MAX = 80;

export interface WechatPayOptions extends MerchantCredentials {
  readonly baseUrl: string;
  readonly trusted: TrustedKeys;
  /** For each attempt. */
  readonly timeoutMs?: number;
  /** Pauses before further attempts; as many as there are. */
  readonly repeatDelaysMs?: readonly number[];
}

export interface PrepayRequest {
  /** 6 to 32 characters. Asked again with the very same fields, WeChat gives another prepay id for one payment. */
  readonly outTradeNo: string;
  /** Stands in the customer's bill; cut where WeChat's limit is. */
  readonly description: string;
  readonly totalFen: number;
  readonly openid: string;
  readonly expiresAt: Date;
  readonly notifyUrl: string;
}

export interface RefundRequest {
  readonly transactionId: string;
  /** At most 64 characters. The same number is refunded once, however often it is asked for. */
  readonly outRefundNo: string;
  readonly refundFen: number;
  /** What was paid, of which `refundFen` is given back. */
  readonly totalFen: number;
  /** The customer reads it; cut where WeChat's limit is. */
  readonly reason: string;
  readonly notifyUrl: string;
}

/**
 * WeChat Pay for one merchant. Every call carries numbers that make it repeatable, so each is tried again after
 * a time-out, a busy answer or a server error; every 2xx answer is verified before a byte of it is believed.
 */
export class WechatPay implements OnModuleInit {
  private readonly repeatDelaysMs: readonly number[];
  private readonly serials: () => Serials;
  private readonly merchant: () => Merchant;

  constructor(
    private readonly options: WechatPayOptions,
    private readonly clock: Clock,
  ) {
    this.repeatDelaysMs = options.repeatDelaysMs ?? REPEAT_DELAYS_MS;
    this.serials = lazily(() => new Serials(options.trusted));
    this.merchant = lazily(() => this.openMerchant());
  }

  /** Reads the keys, so that wrong ones stop the start. Writing the contract needs none. */
  onModuleInit(): void {
    this.serials();
    this.merchant();
  }

  get appId(): string {
    return this.options.appId;
  }

  get mchId(): string {
    return this.options.mchId;
  }

  /** Announces a payment → prepay id, good for 2 hours. */
  prepay(request: PrepayRequest): Promise<PayAnswer<string>> {
    const params = {
      description: cutToBytes(request.description, DESCRIPTION_BYTES_MAX),
      out_trade_no: request.outTradeNo,
      time_expire: shanghaiSeconds(request.expiresAt),
      notify_url: request.notifyUrl,
      amount: { total: request.totalFen, currency: CURRENCY },
      payer: { openid: request.openid },
    };
    return this.call(
      () => this.merchant().transactions_jsapi(params),
      (fields) => fields.text('prepay_id'),
    );
  }

  /** What the mini-program hands to `wx.requestPayment`. */
  paymentParameters(prepayId: string): PaymentParameters {
    return this.merchant().paymentParameters(prepayId);
  }

  query(outTradeNo: string): Promise<PayAnswer<Transaction>> {
    return this.call(() => this.merchant().query({ out_trade_no: outTradeNo }), readTransaction);
  }

  /** Ends a payment that was not made. Refused with `ORDERPAID` when the customer was faster. */
  close(outTradeNo: string): Promise<PayAnswer<void>> {
    return this.call(() => this.merchant().close(outTradeNo));
  }

  /** Accepted is not done: the result's status says how far the refund is. */
  refund(request: RefundRequest): Promise<PayAnswer<RefundResult>> {
    const params = {
      transaction_id: request.transactionId,
      out_refund_no: request.outRefundNo,
      reason: cutToBytes(request.reason, REASON_BYTES_MAX),
      notify_url: request.notifyUrl,
      amount: { refund: request.refundFen, total: request.totalFen, currency: CURRENCY },
    };
    return this.call(
      () => this.merchant().refunds(params),
      (fields) => readRefund(fields, 'status'),
    );
  }

  queryRefund(outRefundNo: string): Promise<PayAnswer<RefundResult>> {
    return this.call(
      () => this.merchant().find_refunds(outRefundNo),
      (fields) => readRefund(fields, 'status'),
    );
  }

  private openMerchant(): Merchant {
    const { baseUrl, timeoutMs = TIMEOUT_MS, trusted } = this.options;
    const merchant = new Merchant(this.options, this.clock);
    merchant.createHttp(new PayTransport({ baseUrl, timeoutMs, publicKeyId: trusted.publicKey?.id }));
    return merchant;
  }

  private call(send: Send): Promise<PayAnswer<void>>;
  private call<T>(send: Send, read: (fields: Fields) => T): Promise<PayAnswer<T>>;
  private async call<T>(send: Send, read?: (fields: Fields) => T): Promise<PayAnswer<T | void>> {
    for (const delayMs of this.repeatDelaysMs) {
      const answer = await this.attempt(send, read);
      if (!isWorthRepeating(answer)) {
        return answer;
      }
      await sleep(delayMs);
    }
    return this.attempt(send, read);
  }

  private async attempt<T>(send: Send, read?: (fields: Fields) => T): Promise<PayAnswer<T | void>> {
    let answer;
    try {
      answer = answerIn(await send());
    } catch (error) {
      if (error instanceof Unreachable) {
        return { outcome: 'unknown', reason: error.reason };
      }
      throw error;
    }
    const { status, headers, body } = answer;
    if (status < 200 || status > 299) {
      return readFailure(status, body.toString('utf8'));
    }
    const header = (name: string) => headers.get(name) ?? undefined;
    if (signatureDefect(header, body, this.serials(), this.clock.now())) {
      return { outcome: 'unknown', reason: 'unverified' };
    }
    return read ? readSuccess(body.toString('utf8'), read) : { outcome: 'ok', value: undefined };
  }
}

type Send = () => ReturnType<Merchant['refunds']>;
