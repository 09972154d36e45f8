import { createControl, startStandIn, type Control, type StandIn } from '../src/index.js';
import { call, credentials, peerOf } from './support/merchant.js';
import { openShop, type Shop } from './support/shop.js';

let standIn: StandIn;
let control: Control;
let shop: Shop;
let chance = 0;

beforeEach(async () => {
  standIn = await startStandIn({ credentials, random: () => chance });
  control = createControl(standIn.url);
  shop = await openShop(standIn);
  chance = 0;
});
afterEach(() => standIn.close());

const order = (): object => shop.prepayBody();
const prepay = (): Promise<Response> =>
  call(standIn, { path: '/v3/pay/transactions/jsapi', body: JSON.stringify(order()) });
const askToken = (signal?: AbortSignal): Promise<Response> =>
  fetch(`${standIn.url}/cgi-bin/stable_token`, {
    method: 'POST',
    signal,
    body: JSON.stringify({
      grant_type: 'client_credential',
      appid: credentials.appId,
      secret: credentials.appSecret,
    }),
  });

it('strikes as often as ordered, and then no more', async () => {
  await control.fault({ api: 'prepay', mode: 'systemError', count: 2 });
  const answers = [await prepay(), await prepay(), await prepay()];
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 200]);
  expect(await answers[0]?.json()).toMatchObject({ code: 'SYSTEM_ERROR' });
});

it('strikes at its rate', async () => {
  await control.fault({ api: 'prepay', mode: 'frequency', rate: 0.3 });
  chance = 0.29;
  const struck = await prepay();
  chance = 0.31;
  const spared = await prepay();
  expect([struck.status, spared.status]).toEqual([429, 200]);
});

it('strikes only what it was ordered for, until it is taken back', async () => {
  await control.fault({ api: 'refund', mode: 'http500' });
  expect((await prepay()).status).toBe(200);
  await control.fault({ api: 'pay', mode: 'http500' });
  const answer = await prepay();
  expect(answer.status).toBe(500);
  expect(answer.headers.get('wechatpay-signature')).toBeNull();
  await control.clearFaults();
  expect((await prepay()).status).toBe(200);
});

it.each(['jsapi', '/v3/pay/transactions/jsapi', 'Prepay', 'pay', '*'])(
  'finds the call by the name %s',
  async (api) => {
    await control.fault({ api, mode: 'frequency', count: 1 });
    expect((await prepay()).status).toBe(429);
  },
);

it('refuses names and modes it does not know', async () => {
  await expect(control.fault({ api: 'prepey', mode: 'timeout' })).rejects.toThrow(/400.*prepay/);
  await expect(control.fault({ api: 'prepay', mode: 'slow' as never })).rejects.toThrow(/400/);
});

it('answers system errors and limits of api.weixin.qq.com with HTTP 200', async () => {
  await control.fault({ api: 'stable_token', mode: 'systemError', count: 1 });
  await control.fault({ api: 'stable_token', mode: 'frequency', count: 1 });
  const codes = [await askToken(), await askToken()].map(async (answer) => [
    answer.status,
    ((await answer.json()) as { errcode: number }).errcode,
  ]);
  expect(await Promise.all(codes)).toEqual([
    [200, -1],
    [200, 45009],
  ]);
});

it('never answers on a time-out, though the work is done', async () => {
  await control.fault({ api: 'prepay', mode: 'timeout', count: 1 });
  const asked = peerOf(standIn).client.request('v3/pay/transactions/jsapi', 'post', order(), {
    timeout: 200,
  });
  await expect(asked).rejects.toMatchObject({ code: 'ECONNABORTED' });
  expect((await control.payment('order-0001')).tradeState).toBe('NOTPAY');
});

it('can leave the work undone too', async () => {
  await control.fault({ api: 'prepay', mode: 'timeout', count: 1, applied: false });
  const asked = peerOf(standIn).client.request('v3/pay/transactions/jsapi', 'post', order(), {
    timeout: 200,
  });
  await expect(asked).rejects.toMatchObject({ code: 'ECONNABORTED' });
  await expect(control.payment('order-0001')).rejects.toThrow(/404/);
});

it('signs badly, so that the peer refuses what it hears', async () => {
  await control.fault({ api: '*', mode: 'badSignature', count: 1 });
  expect((await askToken()).status).toBe(200);
  const asked = peerOf(standIn).client.request('v3/pay/transactions/jsapi', 'post', order());
  await expect(asked).rejects.toMatchObject({ code: 'EV3_RES_HEADER_SIGNATURE_DIGEST' });
});

it('is told of on request', async () => {
  await control.fault({ api: 'close', mode: 'timeout', rate: 0.5, count: 3 });
  const response = await fetch(`${standIn.url}/control/faults`);
  expect(await response.json()).toMatchObject({
    faults: [{ apis: ['close'], mode: 'timeout', rate: 0.5, remaining: 3, applied: true }],
  });
});
