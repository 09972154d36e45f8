import { Injectable } from '@nestjs/common';
import { WechatPay, WechatUnavailable, type Transaction } from '../../wechat/index.js';

/** Asks WeChat how a payment stands. */
@Injectable()
export class PaymentInquiry {
  constructor(private readonly pay: WechatPay) {}

  /** Undefined when WeChat never heard of it. @throws WechatUnavailable */
  async ask(outTradeNo: string): Promise<Transaction | undefined> {
    const answer = await this.pay.query(outTradeNo);
    if (answer.outcome === 'ok') {
      return answer.value;
    }
    if (answer.outcome === 'refused' && answer.code === 'ORDERNOTEXIST') {
      return undefined;
    }
    const why = answer.outcome === 'refused' ? `${answer.code} ${answer.message}` : answer.reason;
    throw new WechatUnavailable(`Query of ${outTradeNo}: ${why}`);
  }
}
