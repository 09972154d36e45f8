import { Rsa } from 'wechatpay-axios-plugin';
import { startStandIn, type StandIn } from '../src/index.js';
import { credentials } from './support/merchant.js';
import { openShop, type Shop } from './support/shop.js';

type Json = Record<string, unknown>;
interface State extends Json {
  openid: string;
  sheet: { id: string; kind: string } | null;
  messages: { title: string }[];
}

const DEVICE = 'phone-0001';

let standIn: StandIn;
let shop: Shop;

beforeEach(async () => {
  standIn = await startStandIn({ credentials });
  shop = await openShop(standIn);
  await send(`devices`, { device: DEVICE, openid: shop.openid });
});
afterEach(() => standIn.close());

async function send<T = Json>(path: string, body?: unknown, expected = 200): Promise<T> {
  const response = await fetch(`${standIn.url}/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  expect(response.status).toBe(expected);
  return (await response.json()) as T;
}

const state = (): Promise<State> => send<State>(`devices/${DEVICE}`);

/** The person looks at the phone until it shows what they wait for. */
async function until(seen: (state: State) => boolean): Promise<State> {
  for (let tries = 0; tries < 200; tries += 1) {
    const current = await state();
    if (seen(current)) {
      return current;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the phone never showed it');
}

const sheetUp = async (kind?: string): Promise<{ id: string }> => {
  const { sheet } = await until(
    (each) => each.sheet !== null && (kind === undefined || each.sheet.kind === kind),
  );
  return sheet!;
};

async function decide(choice: string, more: object = {}): Promise<void> {
  const { id } = await sheetUp();
  await send(`devices/${DEVICE}/decision`, { sheetId: id, choice, ...more });
}

async function paymentParameters(change: object = {}): Promise<Json> {
  const request = {
    appId: credentials.appId,
    timeStamp: String(Math.floor(Date.now() / 1000)),
    nonceStr: 'nonce',
    package: `prepay_id=${await shop.prepay()}`,
    signType: 'RSA',
  };
  const message = `${request.appId}\n${request.timeStamp}\n${request.nonceStr}\n${request.package}\n`;
  return { ...request, paySign: Rsa.sign(message, Rsa.from(credentials.mchKey, 'private')), ...change };
}

describe('a phone', () => {
  it('never seen before belongs to somebody new', async () => {
    const fresh = await send<State>('devices', {});
    expect(fresh).toMatchObject({
      device: expect.any(String) as string,
      nickname: expect.any(String) as string,
    });
    expect(fresh.openid).not.toBe(shop.openid);
    expect(await send(`devices/${String(fresh['device'])}`)).toMatchObject({
      openid: fresh.openid,
      sheet: null,
    });
  });

  it('signs in as whoever holds it', async () => {
    const signIn = async (): Promise<unknown> => {
      const { code } = await send(`devices/${DEVICE}/login`, { appId: credentials.appId });
      const query = new URLSearchParams({
        appid: credentials.appId,
        secret: credentials.appSecret,
        js_code: String(code),
        grant_type: 'authorization_code',
      });
      return (await send(`sns/jscode2session?${query.toString()}`))['openid'];
    };
    expect(await signIn()).toBe(shop.openid);
    const other = await shop.control.user();
    await send(`devices/${DEVICE}/identity`, { openid: other.openid });
    expect(await signIn()).toBe(other.openid);
  });

  it('refuses names that are none, apps that are not ours and fields too many', async () => {
    await send('devices', { device: '../etc' }, 400);
    await send(`devices/${DEVICE}/login`, { appId: 'wx1234567890abcdef' }, 400);
    await send(`devices/${DEVICE}/identity`, { openid: shop.openid, as: 'admin' }, 400);
  });

  it('may be called from the mini-program in a browser', async () => {
    const response = await fetch(`${standIn.url}/devices`, {
      method: 'OPTIONS',
      headers: { Origin: 'http://127.0.0.1:8081', 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('is somewhere, elsewhere, or keeps it to itself', async () => {
    expect(await send(`devices/${DEVICE}/location`)).toEqual({ lat: 31.2304, lng: 121.4737 });
    await send(`devices/${DEVICE}/location`, { lat: 30.25, lng: 120.16 });
    expect(await send(`devices/${DEVICE}/location`)).toEqual({ lat: 30.25, lng: 120.16 });
    await send(`devices/${DEVICE}/location`, { refused: true });
    expect(await send(`devices/${DEVICE}/location`)).toEqual({ refused: true });
    expect(await state()).toMatchObject({ location: null, locationAllowed: false });
    await send(`devices/${DEVICE}/location`, { lat: 91, lng: 0 }, 400);
  });

  it('asks before it gives the phone number away', async () => {
    const refused = send(`devices/${DEVICE}/phone`, { appId: credentials.appId });
    await decide('refuse');
    expect(await refused).toEqual({ refused: true });
    const allowed = send(`devices/${DEVICE}/phone`, { appId: credentials.appId });
    await decide('allow', { phone: '17000005678' });
    expect(await allowed).toEqual({ code: expect.any(String) as string });
    expect(await state()).toMatchObject({ phone: '17000005678' });
  });

  it('scans what the person shows it', async () => {
    const scanned = send(`devices/${DEVICE}/scan`, {});
    await decide('scan', { value: 'pages/join/index?scene=abc' });
    expect(await scanned).toEqual({ result: 'pages/join/index?scene=abc' });
    const cancelled = send(`devices/${DEVICE}/scan`, {});
    await decide('cancel');
    expect(await cancelled).toEqual({ cancelled: true });
  });

  it('grants one message for each template accepted', async () => {
    const asked = send(`devices/${DEVICE}/subscribe`, { templateIds: ['paid', 'ready'] });
    await decide('accept', { accepted: ['paid'] });
    expect(await asked).toEqual({ paid: 'accept', ready: 'reject' });
    expect(await shop.control.allowMessages(shop.openid, 'paid')).toMatchObject({ remaining: 2 });
    expect(await shop.control.allowMessages(shop.openid, 'ready')).toMatchObject({ remaining: 1 });
    await send(`devices/${DEVICE}/subscribe`, { templateIds: ['a', 'b', 'c', 'd'] }, 400);
  });
});

describe('a payment', () => {
  const request = async (parameters: Json): Promise<Json> => send(`devices/${DEVICE}/payment`, parameters);

  it.each([
    ['another signature', { paySign: 'AAAA' }],
    ['another package', { package: 'prepay_id=wx20261201' }],
    ['another way to sign', { signType: 'MD5' }],
    ['another app', { appId: 'wx1234567890abcdef' }],
  ])('fails with %s', async (_name, change) => {
    expect(await request(await paymentParameters(change))).toEqual({
      result: 'fail',
      message: '支付验证签名失败',
    });
  });

  it('fails on somebody else’s phone', async () => {
    const parameters = await paymentParameters();
    await send(`devices/${DEVICE}/identity`, { openid: (await shop.control.user()).openid });
    expect(await request(parameters)).toMatchObject({
      result: 'fail',
      message: expect.stringContaining('账号') as string,
    });
  });

  it('is paid when the person confirms, and leaves a receipt', async () => {
    const asked = request(await paymentParameters());
    await decide('pay', { notify: 'none' });
    expect(await asked).toEqual({ result: 'ok' });
    expect(await shop.control.payment('order-0001')).toMatchObject({ tradeState: 'SUCCESS' });
    expect((await state()).messages).toMatchObject([{ title: '微信支付 · 支付成功' }]);
  });

  it('shows whom, what and how much', async () => {
    const asked = request(await paymentParameters());
    expect(await sheetUp()).toMatchObject({
      kind: 'payment',
      merchant: '老主顾演示商户',
      description: '桂花拿铁一杯',
      amountFen: 2500,
    });
    await decide('cancel');
    expect(await asked).toEqual({ result: 'cancel' });
    expect(await shop.control.payment('order-0001')).toMatchObject({ tradeState: 'NOTPAY' });
  });

  it('is cancelled when nobody decides', async () => {
    await standIn.close();
    standIn = await startStandIn({ credentials, sheetWaitMs: 50 });
    shop = await openShop(standIn);
    await send('devices', { device: DEVICE, openid: shop.openid });
    expect(await request(await paymentParameters())).toEqual({ result: 'cancel' });
  });

  it('is cancelled when another sheet comes, and when the phone is reloaded', async () => {
    const replaced = request(await paymentParameters());
    await sheetUp('payment');
    const reload = new AbortController();
    const scan = fetch(`${standIn.url}/devices/${DEVICE}/scan`, { method: 'POST', signal: reload.signal });
    const gone = scan.catch(() => 'gone');
    expect(await replaced).toEqual({ result: 'cancel' });
    await sheetUp('scan');
    reload.abort();
    expect(await gone).toBe('gone');
    await until(({ sheet }) => sheet === null);
  });

  it('fails when the merchant closed the order while the person was thinking', async () => {
    const asked = request(await paymentParameters());
    await sheetUp();
    standIn.clock.advance(3 * 3_600_000);
    await decide('pay');
    expect(await asked).toMatchObject({ result: 'fail' });
  });
});

it('refuses decisions about a sheet that is gone, and choices it does not offer', async () => {
  await send(`devices/${DEVICE}/decision`, { sheetId: 'gone', choice: 'pay' }, 409);
  const asked = send(`devices/${DEVICE}/scan`, {});
  const { id } = await sheetUp();
  await send(`devices/${DEVICE}/decision`, { sheetId: id, choice: 'pay' }, 400);
  await decide('cancel');
  await asked;
});

it('tells of every change as it happens', async () => {
  const controller = new AbortController();
  const response = await fetch(`${standIn.url}/devices/${DEVICE}/events`, { signal: controller.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const hear = async (text: string): Promise<void> => {
    while (!heard.includes(text)) {
      heard += (await reader?.read())?.value ?? '';
    }
  };
  await hear(shop.openid);
  const asked = send(`devices/${DEVICE}/scan`, {});
  await hear('"kind":"scan"');
  await decide('cancel');
  await asked;
  await shop.paidOrder('order-0001');
  await hear('支付成功');
  controller.abort();
});
