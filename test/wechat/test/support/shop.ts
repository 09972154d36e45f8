import { createControl, type Control, type StandIn } from '../../src/index.js';
import { call, credentials } from './merchant.js';

/** A small shop in front of the stand-in: a customer, and orders as the tests need them. */
export interface Shop {
  readonly control: Control;
  readonly openid: string;
  prepayBody(change?: object): Record<string, unknown>;
  prepay(change?: object): Promise<string>;
  paidOrder(outTradeNo: string, change?: object): Promise<string>;
  refund(change?: object): Promise<Answer>;
  query(outTradeNo: string): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export async function openShop(standIn: StandIn): Promise<Shop> {
  const control = createControl(standIn.url);
  const { openid } = await control.user({ nickname: '林小满' });
  const shop: Shop = {
    control,
    openid,
    prepayBody: (change = {}) => ({
      appid: credentials.appId,
      mchid: credentials.mchId,
      description: '桂花拿铁一杯',
      out_trade_no: 'order-0001',
      notify_url: 'http://127.0.0.1:9/hooks/wechat/pay/transactions',
      amount: { total: 2500, currency: 'CNY' },
      payer: { openid },
      ...change,
    }),
    prepay: async (change = {}) => {
      const answer = await post(standIn, '/v3/pay/transactions/jsapi', shop.prepayBody(change));
      if (answer.status !== 200) {
        throw new Error(JSON.stringify(answer));
      }
      return String(answer.body['prepay_id']);
    },
    paidOrder: async (outTradeNo, change = {}) => {
      const prepayId = await shop.prepay({ out_trade_no: outTradeNo, ...change });
      const { transactionId } = await control.pay(prepayId, { notify: 'none' });
      return transactionId ?? '';
    },
    refund: (change = {}) =>
      post(standIn, '/v3/refund/domestic/refunds', {
        out_trade_no: 'order-0001',
        out_refund_no: 'refund-0001',
        amount: { refund: 2500, total: 2500, currency: 'CNY' },
        ...change,
      }),
    query: (outTradeNo) =>
      get(standIn, `/v3/pay/transactions/out-trade-no/${outTradeNo}?mchid=${credentials.mchId}`),
  };
  return shop;
}

export async function post(standIn: StandIn, path: string, body: unknown): Promise<Answer> {
  return answerOf(await call(standIn, { path, body: JSON.stringify(body) }));
}

export async function get(standIn: StandIn, path: string): Promise<Answer> {
  return answerOf(await call(standIn, { path }));
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
}
