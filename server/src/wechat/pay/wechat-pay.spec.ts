import { Host, type HostAnswer } from '../../../test/wechat/host.js';
import {
  authorizationOf,
  isRequestSigned,
  MERCHANT,
  MERCHANT_SERIAL,
  PUBLIC_KEY_ID,
  signatureHeaders,
  TRUSTED,
} from '../../../test/wechat/pay-peer.js';
import { TestClock } from '../../platform/clock/index.js';
import { WechatPay } from './wechat-pay.js';

const clock = new TestClock('2026-06-01T04:00:00.000Z');
const NOTIFY_URL = 'https://api.example.com/hooks/wechat/pay/transactions';

const PREPAY = {
  outTradeNo: 'T20260601000001',
  description: '老街咖啡 拿铁等 2 件',
  totalFen: 1250,
  openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
  expiresAt: new Date('2026-06-01T04:15:00.000Z'),
  notifyUrl: NOTIFY_URL,
};

const REFUND = {
  transactionId: '4200001234',
  outRefundNo: 'R20260601000001',
  refundFen: 1250,
  totalFen: 1250,
  reason: '门店缺货',
  notifyUrl: NOTIFY_URL,
};

const REFUND_ANSWER = {
  refund_id: '50300001',
  out_refund_no: REFUND.outRefundNo,
  transaction_id: '4200001234',
  out_trade_no: PREPAY.outTradeNo,
  channel: 'ORIGINAL',
  user_received_account: '支付用户零钱',
  create_time: '2026-06-01T12:00:01+08:00',
  status: 'PROCESSING',
  amount: { total: 1250, refund: 1250, payer_total: 1250, payer_refund: 1250, currency: 'CNY' },
};

/** A rightly signed answer. */
function signed(json: object | undefined, status = 200): HostAnswer {
  const body = json ? JSON.stringify(json) : '';
  return { status, headers: signatureHeaders(body, clock.now()), body };
}

function refused(status: number, code: string): HostAnswer {
  return { status, body: JSON.stringify({ code, message: '说明' }) };
}

describe('WechatPay', () => {
  let host: Host;
  let pay: WechatPay;

  beforeAll(async () => {
    host = await Host.start(() => signed({}));
    pay = new WechatPay(
      { ...MERCHANT, baseUrl: host.baseUrl, trusted: TRUSTED, timeoutMs: 500, repeatDelaysMs: [0, 0] },
      clock,
    );
  });
  afterEach(() => {
    host.takeCalls();
  });
  afterAll(() => host.stop());

  it('announces a payment with exactly the documented fields, signed so that the peer accepts it', async () => {
    host.behaviour = () => signed({ prepay_id: 'wx201410272009395522657a690389285100' });
    expect(await pay.prepay(PREPAY)).toEqual({
      outcome: 'ok',
      value: 'wx201410272009395522657a690389285100',
    });

    const [call] = host.takeCalls();
    expect(call).toMatchObject({ method: 'POST', url: '/v3/pay/transactions/jsapi' });
    expect(JSON.parse(call?.body ?? '')).toEqual({
      appid: MERCHANT.appId,
      mchid: MERCHANT.mchId,
      description: '老街咖啡 拿铁等 2 件',
      out_trade_no: 'T20260601000001',
      time_expire: '2026-06-01T12:15:00+08:00',
      notify_url: NOTIFY_URL,
      amount: { total: 1250, currency: 'CNY' },
      payer: { openid: PREPAY.openid },
    });
    expect(call && isRequestSigned(call)).toBe(true);
    expect(call?.headers).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'regulars',
      'wechatpay-serial': PUBLIC_KEY_ID,
    });
    const authorization = authorizationOf(String(call?.headers.authorization));
    expect(authorization).toMatchObject({
      mchid: MERCHANT.mchId,
      serial_no: MERCHANT_SERIAL,
      timestamp: '1780286400',
    });
    expect(authorization.nonce_str).toMatch(/^[0-9A-F]{32}$/);
  });

  it('queries by our number, an unpaid payment having little to tell', async () => {
    const unpaid = {
      appid: MERCHANT.appId,
      mchid: MERCHANT.mchId,
      out_trade_no: PREPAY.outTradeNo,
      trade_state: 'NOTPAY',
      trade_state_desc: '订单未支付',
      amount: { total: 1250, payer_currency: 'CNY' },
      payer: {},
    };
    host.behaviour = () => signed(unpaid);
    expect(await pay.query(PREPAY.outTradeNo)).toMatchObject({
      outcome: 'ok',
      value: { tradeState: 'NOTPAY', transactionId: null, paidAt: null, payerOpenid: null, totalFen: 1250 },
    });
    const [call] = host.takeCalls();
    expect(call?.url).toBe(`/v3/pay/transactions/out-trade-no/T20260601000001?mchid=${MERCHANT.mchId}`);
    expect(call && isRequestSigned(call)).toBe(true);
  });

  it('closes: an empty 204 counts when it is signed, and only then', async () => {
    host.behaviour = () => signed(undefined, 204);
    expect(await pay.close(PREPAY.outTradeNo)).toEqual({ outcome: 'ok', value: undefined });
    const [call] = host.takeCalls();
    expect(call).toMatchObject({
      url: '/v3/pay/transactions/out-trade-no/T20260601000001/close',
      body: JSON.stringify({ mchid: MERCHANT.mchId }),
    });
    expect(call && isRequestSigned(call)).toBe(true);

    host.behaviour = () => ({ status: 204 });
    expect(await pay.close(PREPAY.outTradeNo)).toEqual({ outcome: 'unknown', reason: 'unverified' });
  });

  it('refunds, and asks how the refund stands', async () => {
    host.behaviour = () => signed(REFUND_ANSWER);
    const expected = {
      outcome: 'ok',
      value: {
        outRefundNo: REFUND.outRefundNo,
        refundId: '50300001',
        outTradeNo: PREPAY.outTradeNo,
        transactionId: '4200001234',
        status: 'PROCESSING',
        refundFen: 1250,
        totalFen: 1250,
        receivedBy: '支付用户零钱',
        succeededAt: null,
      },
    };
    expect(await pay.refund(REFUND)).toEqual(expected);
    expect(await pay.queryRefund(REFUND.outRefundNo)).toEqual(expected);

    const [refund, query] = host.takeCalls();
    expect(JSON.parse(refund?.body ?? '')).toEqual({
      transaction_id: '4200001234',
      out_refund_no: REFUND.outRefundNo,
      reason: '门店缺货',
      notify_url: NOTIFY_URL,
      amount: { refund: 1250, total: 1250, currency: 'CNY' },
    });
    expect(query?.url).toBe('/v3/refund/domestic/refunds/R20260601000001');
    expect([refund, query].every((call) => call && isRequestSigned(call))).toBe(true);
  });

  it('tells a refusal by its code, underscores or not', async () => {
    for (const code of ['ORDERPAID', 'ORDER_PAID']) {
      host.behaviour = () => refused(400, code);
      expect(await pay.close(PREPAY.outTradeNo)).toMatchObject({ outcome: 'refused', code: 'ORDERPAID' });
    }
    expect(host.takeCalls()).toHaveLength(2);
  });

  it('tries again after server errors and busy answers, same body, fresh signature', async () => {
    const answers = [
      refused(500, 'SYSTEM_ERROR'),
      refused(429, 'FREQUENCY_LIMITED'),
      signed({ prepay_id: 'wx20' }),
    ];
    host.behaviour = () => answers.shift() ?? 'drop';
    expect(await pay.prepay(PREPAY)).toEqual({ outcome: 'ok', value: 'wx20' });
    const calls = host.takeCalls();
    expect(new Set(calls.map((call) => call.body)).size).toBe(1);
    expect(new Set(calls.map((call) => call.headers.authorization)).size).toBe(3);
  });

  it('tries again after a time-out and a dropped connection', async () => {
    const answers: (HostAnswer | 'hang' | 'drop')[] = ['hang', 'drop', signed(REFUND_ANSWER)];
    host.behaviour = () => answers.shift() ?? 'drop';
    expect(await pay.refund(REFUND)).toMatchObject({ outcome: 'ok' });
    expect(new Set(host.takeCalls().map((call) => call.body)).size).toBe(1);
  });

  it('gives up after three attempts without claiming to know the result', async () => {
    host.behaviour = () => 'hang';
    expect(await pay.refund(REFUND)).toEqual({ outcome: 'unknown', reason: 'timeout' });
    expect(host.takeCalls()).toHaveLength(3);
    host.behaviour = () => refused(500, 'SYSTEM_ERROR');
    expect(await pay.refund(REFUND)).toEqual({ outcome: 'unknown', reason: 'server_error' });
  });

  it.each<[string, () => HostAnswer]>([
    ['no signature', () => ({ body: '{"prepay_id":"wx20"}' })],
    [
      'a signature for another body',
      () => ({ ...signed({ prepay_id: 'wx20' }), body: '{"prepay_id":"wx21"}' }),
    ],
    [
      'a signature from ten minutes ago',
      () => {
        const body = '{"prepay_id":"wx20"}';
        return { body, headers: signatureHeaders(body, new Date(clock.now().getTime() - 600_000)) };
      },
    ],
    [
      'a probe',
      () => {
        const answer = signed({ prepay_id: 'wx20' });
        const signature = `WECHATPAY/SIGNTEST/${answer.headers?.['wechatpay-signature']}`;
        return { ...answer, headers: { ...answer.headers, 'wechatpay-signature': signature } };
      },
    ],
  ])('believes nothing of an answer with %s', async (_what, answer) => {
    host.behaviour = answer;
    expect(await pay.prepay(PREPAY)).toEqual({ outcome: 'unknown', reason: 'unverified' });
    expect(host.takeCalls()).toHaveLength(1);
  });

  it('does not follow redirects', async () => {
    host.behaviour = () => ({ status: 302, headers: { location: 'http://127.0.0.1:1/' } });
    expect(await pay.query(PREPAY.outTradeNo)).toEqual({ outcome: 'unknown', reason: 'network' });
  });

  it('refuses a base address with a path, which no signature would survive', () => {
    const options = { ...MERCHANT, baseUrl: `${host.baseUrl}/pay`, trusted: TRUSTED };
    expect(() => new WechatPay(options, clock).onModuleInit()).toThrow('no path');
  });
});
