import { startStandIn, type StandIn } from '../src/index.js';
import { answerIsGenuine, call, credentials, peerOf, type SignedCall } from './support/merchant.js';
import { openShop, type Shop } from './support/shop.js';

let standIn: StandIn;
let shop: Shop;

beforeAll(async () => {
  standIn = await startStandIn({ credentials });
  shop = await openShop(standIn);
});
afterAll(() => standIn.close());

const now = (): number => Math.floor(Date.now() / 1000);
const prepayCall = (): SignedCall & { body: string } => ({
  path: '/v3/pay/transactions/jsapi',
  body: JSON.stringify(shop.prepayBody()),
});

describe('a request that the merchant has not signed is refused with 401 SIGN_ERROR', () => {
  const wrong: Record<string, () => SignedCall> = {
    'signed by a stranger': () => ({ ...prepayCall(), byStranger: true }),
    'body changed on the way': () => ({ ...prepayCall(), signed: { body: `${prepayCall().body} ` } }),
    'path changed on the way': () => ({ ...prepayCall(), signed: { path: '/v3/pay/transactions/native' } }),
    'query changed on the way': () => ({
      path: `/v3/pay/transactions/out-trade-no/order-0001?mchid=${credentials.mchId}`,
      signed: { path: '/v3/pay/transactions/out-trade-no/order-0001' },
    }),
    'method changed on the way': () => ({ ...prepayCall(), signed: { method: 'GET' } }),
    'six minutes old': () => ({ ...prepayCall(), timestamp: now() - 360 }),
    'six minutes ahead': () => ({ ...prepayCall(), timestamp: now() + 360 }),
    'for another merchant number': () => ({ ...prepayCall(), mchid: '1900000002' }),
    'with another certificate': () => ({
      ...prepayCall(),
      serial: '0123456789ABCDEF0123456789ABCDEF01234567',
    }),
    'without an Authorization': () => ({ ...prepayCall(), headers: { Authorization: '' } }),
    'with another scheme': () => ({ ...prepayCall(), headers: { Authorization: 'Bearer token' } }),
    'about another merchant in the body': () => ({
      path: '/v3/pay/transactions/jsapi',
      body: JSON.stringify(shop.prepayBody({ mchid: '1900000002' })),
    }),
  };

  it.each(Object.keys(wrong))('%s', async (name) => {
    const response = await call(standIn, wrong[name]?.() ?? { path: '' });
    const body = await response.text();
    expect([response.status, (JSON.parse(body) as { code: string }).code]).toEqual([401, 'SIGN_ERROR']);
    expect(answerIsGenuine(response, body)).toBe(true);
  });

  it('and leaves no order behind', async () => {
    expect((await shop.control.orders()).payments).toEqual([]);
  });
});

it('accepts a signature up to five minutes old', async () => {
  const response = await call(standIn, { ...prepayCall(), timestamp: now() - 290 });
  expect(response.status).toBe(200);
});

it('asks for a User-Agent and an Accept header', async () => {
  const response = await call(standIn, { ...prepayCall(), headers: { 'User-Agent': '' } });
  expect([response.status, await response.json()]).toMatchObject([400, { code: 'PARAM_ERROR' }]);
});

it('refuses a Wechatpay-Serial that is not its own', async () => {
  const good = await call(standIn, {
    ...prepayCall(),
    headers: { 'Wechatpay-Serial': credentials.payPublicKeyId },
  });
  const bad = await call(standIn, { ...prepayCall(), headers: { 'Wechatpay-Serial': 'PUB_KEY_ID_1' } });
  expect([good.status, bad.status]).toEqual([200, 400]);
});

it('takes the serial number in lower case too, as some clients read it', async () => {
  const response = await call(standIn, { ...prepayCall(), serial: credentials.mchSerial.toLowerCase() });
  expect(response.status).toBe(200);
});

it('refuses stale requests when its own clock is moved back or told to move signatures along', async () => {
  standIn.clock.advance(-360_000);
  const behind = await call(standIn, prepayCall());
  standIn.clock.reset();
  standIn.clock.advance(360_000);
  const ahead = await call(standIn, prepayCall());
  standIn.clock.signWith('moved');
  const moved = await call(standIn, prepayCall());
  standIn.clock.reset();
  expect([behind.status, ahead.status, moved.status]).toEqual([401, 200, 401]);
});

describe('the peer accepts every answer', () => {
  const orderPath = 'v3/pay/transactions/out-trade-no/{out_trade_no}';

  it('of success, with its signature', async () => {
    const { data } = await peerOf(standIn).client.request(
      'v3/pay/transactions/jsapi',
      'post',
      shop.prepayBody({ out_trade_no: 'peer-0001' }),
    );
    expect(data).toEqual({ prepay_id: expect.stringMatching(/^wx\d{14}[0-9a-f]{20}$/) as string });
  });

  it('of close, with nothing in it', async () => {
    const order = { out_trade_no: 'peer-0001' } as object;
    const body = { mchid: credentials.mchId };
    const { status, data } = await peerOf(standIn).client.request(`${orderPath}/close`, 'post', body, order);
    expect([status, data]).toEqual([204, '']);
  });

  it('and reads our errors', async () => {
    const order = { out_trade_no: 'never-was', params: { mchid: credentials.mchId } } as object;
    const asked = peerOf(standIn).client.request(orderPath, 'get', undefined, order);
    await expect(asked).rejects.toMatchObject({
      response: { status: 404, data: { code: 'ORDER_NOT_EXIST' } },
    });
  });
});

it('signs what it refuses as unknown, and numbers every answer', async () => {
  const response = await call(standIn, { path: '/v3/certificates' });
  const body = await response.text();
  expect(response.status).toBe(404);
  expect(answerIsGenuine(response, body)).toBe(true);
  expect(response.headers.get('request-id')).toMatch(/^[0-9A-F]{32}-\d+$/);
});
