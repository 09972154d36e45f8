import { startStandIn, type StandIn } from '../src/index.js';
import { call, credentials } from './support/merchant.js';
import { get, openShop, post, type Shop } from './support/shop.js';

const PREPAY = '/v3/pay/transactions/jsapi';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let standIn: StandIn;
let shop: Shop;
let count = 0;

beforeAll(async () => {
  standIn = await startStandIn({ credentials });
  shop = await openShop(standIn);
});
afterEach(() => standIn.clock.reset());
afterAll(() => standIn.close());

const newNumber = (): string => `order-${String((count += 1)).padStart(4, '0')}`;
const close = (outTradeNo: string): ReturnType<typeof post> =>
  post(standIn, `/v3/pay/transactions/out-trade-no/${outTradeNo}/close`, { mchid: credentials.mchId });

describe('prepay refuses', () => {
  const china = (ms: number): string => new Date(Date.now() + ms).toISOString().replace(/\.\d+Z$/, '+00:00');
  const wrong: Record<string, object> = {
    'a missing appid': { appid: undefined },
    'an empty description': { description: '' },
    'a description of 128 characters': { description: '香'.repeat(128) },
    'an out_trade_no of 5 characters': { out_trade_no: 'abcde' },
    'an out_trade_no of 33 characters': { out_trade_no: 'a'.repeat(33) },
    'an out_trade_no with Chinese': { out_trade_no: '订单20260101' },
    'an out_trade_no with a space': { out_trade_no: 'order 0001' },
    'a total of 0': { amount: { total: 0 } },
    'a total in yuan': { amount: { total: 25.5 } },
    'a total as text': { amount: { total: '2500' } },
    'another currency': { amount: { total: 2500, currency: 'USD' } },
    'a notify_url with a query': { notify_url: 'https://example.com/hook?a=1' },
    'a notify_url that is no address': { notify_url: '/hooks/pay' },
    'a notify_url of 256 characters': { notify_url: `https://example.com/${'a'.repeat(236)}` },
    'an attach of 129 characters': { attach: 'a'.repeat(129) },
    'a time_expire without offset': { time_expire: '2026-12-01T10:00:00' },
    'a time_expire beyond 90 days': { time_expire: china(91 * DAY_MS) },
    'a payer without openid': { payer: {} },
    'an unknown openid': { payer: { openid: 'oNobody' } },
    'an undocumented field': { device: 'phone' },
    'an undocumented field deep inside': { amount: { total: 2500, points: 1 } },
    'a scene without the client address': { scene_info: { device_id: '1' } },
    'a client address that is none': { scene_info: { payer_client_ip: '300.1.1.1' } },
  };

  it.each(Object.keys(wrong))('%s', async (name) => {
    const answer = await post(standIn, PREPAY, shop.prepayBody(wrong[name]));
    expect([answer.status, answer.body['code']]).toEqual([400, 'PARAM_ERROR']);
  });

  it('an app that is not bound to the merchant', async () => {
    const answer = await post(standIn, PREPAY, shop.prepayBody({ appid: 'wx1234567890abcdef' }));
    expect([answer.status, answer.body['code']]).toEqual([400, 'APPID_MCHID_NOT_MATCH']);
  });

  it('an openid of another app', async () => {
    const other = await shop.control.user({ openid: 'oOfAnotherApp', appId: 'wx1234567890abcdef' } as object);
    const answer = await post(standIn, PREPAY, shop.prepayBody({ payer: { openid: other.openid } }));
    expect([answer.status, answer.body['code']]).toEqual([500, 'OPENID_MISMATCH']);
  });

  it('a body that is no JSON', async () => {
    const response = await call(standIn, { path: PREPAY, body: '{"appid":' });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'PARAM_ERROR' }]);
  });

  it('and tells an undocumented field by the number that ends the Request-ID', async () => {
    const body = JSON.stringify(shop.prepayBody({ device: 'phone' }));
    const response = await call(standIn, { path: PREPAY, body });
    expect(response.headers.get('request-id')).toMatch(/-270924358$/);
    expect(await response.json()).toMatchObject({ detail: { field: '/device', location: 'body' } });
  });
});

it('accepts every documented field at its longest', async () => {
  const answer = await post(
    standIn,
    PREPAY,
    shop.prepayBody({
      out_trade_no: `${newNumber()}${'_-|*'.repeat(5)}`,
      description: '香'.repeat(127),
      attach: 'a'.repeat(128),
      time_expire: new Date(Date.now() + HOUR_MS).toISOString().replace(/\.\d+Z$/, 'Z'),
      goods_tag: 'WINTER',
      support_fapiao: false,
      detail: { cost_price: 1, goods_detail: [{ merchant_goods_id: 'sku1', quantity: 1, unit_price: 2500 }] },
      scene_info: { payer_client_ip: '2001:db8::1', store_info: { id: '0001', name: '外滩店' } },
      settle_info: { profit_sharing: false },
    }),
  );
  expect(answer).toEqual({ status: 200, body: { prepay_id: expect.any(String) as string } });
});

describe('the same out_trade_no again', () => {
  it('gives a fresh prepay_id for the same request, whatever the order of its fields', async () => {
    const number = newNumber();
    const first = await shop.prepay({ out_trade_no: number });
    const body = Object.fromEntries(Object.entries(shop.prepayBody({ out_trade_no: number })).reverse());
    const { status, body: second } = await post(standIn, PREPAY, body);
    expect(status).toBe(200);
    expect(second['prepay_id']).not.toBe(first);
  });

  it.each([{ amount: { total: 2400, currency: 'CNY' } }, { description: '别的' }, { attach: 'x' }])(
    'is refused with %j changed',
    async (change) => {
      const number = newNumber();
      await shop.prepay({ out_trade_no: number });
      const answer = await post(standIn, PREPAY, shop.prepayBody({ out_trade_no: number, ...change }));
      expect([answer.status, answer.body['code']]).toEqual([400, 'INVALID_REQUEST']);
    },
  );

  it('is ORDERPAID after payment and ORDER_CLOSED after a close', async () => {
    const paid = newNumber();
    await shop.paidOrder(paid);
    const closed = newNumber();
    await shop.prepay({ out_trade_no: closed });
    await close(closed);
    const codes = await Promise.all(
      [paid, closed].map(
        async (number) =>
          (await post(standIn, PREPAY, shop.prepayBody({ out_trade_no: number }))).body['code'],
      ),
    );
    expect(codes).toEqual(['ORDERPAID', 'ORDER_CLOSED']);
  });
});

describe('query', () => {
  it('knows nothing of an order that never was, in both ways', async () => {
    const byNumber = await shop.query('never-was');
    const byId = await get(standIn, `/v3/pay/transactions/id/4200?mchid=${credentials.mchId}`);
    expect([byNumber.status, byId.status]).toEqual([404, 404]);
  });

  it('wants the mchid', async () => {
    const answer = await get(standIn, '/v3/pay/transactions/out-trade-no/order-0001');
    expect([answer.status, answer.body['code']]).toEqual([400, 'PARAM_ERROR']);
  });

  it('tells of an unpaid order without what only payment brings', async () => {
    const number = newNumber();
    await shop.prepay({ out_trade_no: number, attach: 'hello' });
    const { body } = await shop.query(number);
    expect(body).toMatchObject({ trade_state: 'NOTPAY', amount: { total: 2500 } });
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(['transaction_id']));
    expect(body).not.toHaveProperty('success_time');
    expect(body).not.toHaveProperty('amount.payer_total');
  });

  it('tells of a paid order the same in both ways', async () => {
    const number = newNumber();
    const transactionId = await shop.paidOrder(number, { attach: 'hello' });
    const { body } = await shop.query(number);
    expect(body).toEqual({
      appid: credentials.appId,
      mchid: credentials.mchId,
      out_trade_no: number,
      transaction_id: transactionId,
      trade_type: 'JSAPI',
      trade_state: 'SUCCESS',
      trade_state_desc: '支付成功',
      bank_type: 'OTHERS',
      attach: 'hello',
      success_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/) as string,
      payer: { openid: shop.openid },
      amount: { total: 2500, payer_total: 2500, currency: 'CNY', payer_currency: 'CNY' },
      promotion_detail: [],
    });
    const byId = await get(standIn, `/v3/pay/transactions/id/${transactionId}?mchid=${credentials.mchId}`);
    expect(byId.body).toEqual(body);
  });

  it('finds an order closed by WeChat after seven days', async () => {
    const number = newNumber();
    await shop.prepay({ out_trade_no: number });
    standIn.clock.advance(7 * DAY_MS + 1000);
    expect((await shop.query(number)).body['trade_state']).toBe('CLOSED');
  });
});

describe('close', () => {
  it('may be repeated, never undoes a payment, and knows what never was', async () => {
    const open = newNumber();
    await shop.prepay({ out_trade_no: open });
    const paid = newNumber();
    await shop.paidOrder(paid);
    const answers = [await close(open), await close(open), await close(paid), await close('never-was')];
    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual([
      [204, undefined],
      [204, undefined],
      [400, 'ORDERPAID'],
      [404, 'ORDER_NOT_EXIST'],
    ]);
  });

  it('refuses a field too many', async () => {
    const number = newNumber();
    await shop.prepay({ out_trade_no: number });
    const path = `/v3/pay/transactions/out-trade-no/${number}/close`;
    const answer = await post(standIn, path, { mchid: credentials.mchId, reason: 'x' });
    expect([answer.status, answer.body['code']]).toEqual([400, 'PARAM_ERROR']);
  });
});

describe('the payment sheet', () => {
  it('cannot pay an unknown, paid or closed order', async () => {
    const number = newNumber();
    const prepayId = await shop.prepay({ out_trade_no: number });
    await shop.control.pay(prepayId, { notify: 'none' });
    await expect(shop.control.pay(prepayId)).rejects.toThrow(/409.*已支付/);
    const closed = newNumber();
    const closedId = await shop.prepay({ out_trade_no: closed });
    await close(closed);
    await expect(shop.control.pay(closedId)).rejects.toThrow(/409.*已关闭/);
    await expect(shop.control.pay('wx-unknown')).rejects.toThrow(/404/);
  });

  it('pays for two hours and no longer; a fresh prepay_id pays again', async () => {
    const number = newNumber();
    const prepayId = await shop.prepay({ out_trade_no: number });
    standIn.clock.advance(2 * HOUR_MS);
    await expect(shop.control.pay(prepayId)).rejects.toThrow(/409.*过期/);
    const fresh = await shop.prepay({ out_trade_no: number });
    await expect(shop.control.pay(fresh, { notify: 'none' })).resolves.toMatchObject({
      tradeState: 'SUCCESS',
    });
  });

  it('pays until time_expire, which is never less than a minute away', async () => {
    const time_expire = new Date(Date.now() + 1000).toISOString().replace(/\.\d+Z$/, 'Z');
    const number = newNumber();
    const prepayId = await shop.prepay({ out_trade_no: number, time_expire });
    standIn.clock.advance(50_000);
    await expect(shop.control.cancelPayment(prepayId)).resolves.toMatchObject({ tradeState: 'NOTPAY' });
    standIn.clock.advance(11_000);
    await expect(shop.control.pay(prepayId)).rejects.toThrow(/过期/);
    expect((await shop.query(number)).body['trade_state']).toBe('NOTPAY');
  });

  it('takes the prepay_id as wx.requestPayment names it', async () => {
    const prepayId = await shop.prepay({ out_trade_no: newNumber() });
    const paid = await shop.control.pay(`prepay_id=${prepayId}`, { notify: 'none' });
    expect(paid).toMatchObject({ tradeState: 'SUCCESS', totalFen: 2500 });
  });
});
