/** What `wx.requestPayment` takes, as the server signed it. */
export interface PaymentParameters {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: string;
  paySign: string;
}

/** What the sheet said. It proves nothing: only the order's own state does. */
export type PaymentSheetResult = 'ok' | 'cancel' | 'fail';
