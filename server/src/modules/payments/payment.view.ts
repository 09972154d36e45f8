import { OneOf, Text } from '../../platform/http/index.js';
import type { PaymentParameters } from '../../wechat/index.js';

/** What the mini-program hands to `wx.requestPayment` as it is. */
export class PaymentParametersView implements PaymentParameters {
  @Text({ max: 16, doc: 'Seconds since 1970, as text' })
  timeStamp: string;

  @Text({ max: 32, doc: 'Random text of this signature' })
  nonceStr: string;

  @Text({ max: 128, doc: 'The announced payment, prepay_id=…' })
  package: string;

  @OneOf(['RSA'], { doc: 'How it is signed' })
  signType: 'RSA';

  @Text({ max: 1024, doc: 'The signature' })
  paySign: string;
}
