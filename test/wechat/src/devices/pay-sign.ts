import { verify, type KeyObject } from 'node:crypto';

/** What wx.requestPayment hands to WeChat. */
export interface PaymentRequest {
  readonly appId: string;
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: string;
  readonly paySign: string;
}

/** Whether the merchant has signed these parameters for this app. */
export function paySignFits(request: PaymentRequest, merchant: KeyObject): boolean {
  const message = [request.appId, request.timeStamp, request.nonceStr, request.package, ''].join('\n');
  return (
    request.signType === 'RSA' &&
    verify('sha256', Buffer.from(message), merchant, Buffer.from(request.paySign, 'base64'))
  );
}
