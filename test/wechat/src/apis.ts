/** The calls of WeChat that we play. Faults are asked for by these names, by `pay`, `mini-program` or `*`. */
export const APIS = {
  stableToken: { side: 'mini-program', method: 'POST', path: '/cgi-bin/stable_token' },
  code2Session: { side: 'mini-program', method: 'GET', path: '/sns/jscode2session' },
  getPhoneNumber: { side: 'mini-program', method: 'POST', path: '/wxa/business/getuserphonenumber' },
  getUnlimited: { side: 'mini-program', method: 'POST', path: '/wxa/getwxacodeunlimit' },
  subscribeSend: { side: 'mini-program', method: 'POST', path: '/cgi-bin/message/subscribe/send' },
  uploadShippingInfo: { side: 'mini-program', method: 'POST', path: '/wxa/sec/order/upload_shipping_info' },
  msgSecCheck: { side: 'mini-program', method: 'POST', path: '/wxa/msg_sec_check' },
  mediaCheckAsync: { side: 'mini-program', method: 'POST', path: '/wxa/media_check_async' },
  prepay: { side: 'pay', method: 'POST', path: '/v3/pay/transactions/jsapi' },
  query: { side: 'pay', method: 'GET', path: '/v3/pay/transactions/out-trade-no/:outTradeNo' },
  queryById: { side: 'pay', method: 'GET', path: '/v3/pay/transactions/id/:transactionId' },
  close: { side: 'pay', method: 'POST', path: '/v3/pay/transactions/out-trade-no/:outTradeNo/close' },
  refund: { side: 'pay', method: 'POST', path: '/v3/refund/domestic/refunds' },
  refundQuery: { side: 'pay', method: 'GET', path: '/v3/refund/domestic/refunds/:outRefundNo' },
  tradeBill: { side: 'pay', method: 'GET', path: '/v3/bill/tradebill' },
  fundFlowBill: { side: 'pay', method: 'GET', path: '/v3/bill/fundflowbill' },
  billFile: { side: 'pay', method: 'GET', path: '/v3/billdownload/file' },
} as const;

export type ApiName = keyof typeof APIS;
export type Side = (typeof APIS)[ApiName]['side'];

/** Other names people call them by: WeChat's own path names. */
const ALIASES: Readonly<Record<string, ApiName>> = {
  jsapi: 'prepay',
  refunds: 'refund',
  jscode2session: 'code2Session',
  getuserphonenumber: 'getPhoneNumber',
  getwxacodeunlimit: 'getUnlimited',
  subscribemessage: 'subscribeSend',
};

/** The calls a name stands for; none when nobody is called so. */
export function apisNamed(name: string): ApiName[] {
  const all = Object.keys(APIS) as ApiName[];
  const wanted = plain(name);
  if (name === '*' || wanted === 'all') {
    return all;
  }
  const alias = ALIASES[wanted];
  return all.filter(
    (api) => api === alias || [api, APIS[api].side, APIS[api].path].some((each) => plain(each) === wanted),
  );
}

/** `stable_token`, `stableToken` and `Stable-Token` are one name. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
