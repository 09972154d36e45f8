import { toBuffer } from 'qrcode';
import { createControl, startStandIn, type Control, type StandIn } from '../src/index.js';
import { credentials } from './support/merchant.js';

type Json = Record<string, unknown>;

let standIn: StandIn;
let control: Control;
let openid: string;
let token: string;

beforeEach(async () => {
  standIn = await startStandIn({ credentials });
  control = createControl(standIn.url);
  ({ openid } = await control.user({ phone: '17000001234' }));
  token = String((await askToken()).access_token);
});
afterEach(() => standIn.close());

async function send(
  path: string,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
): Promise<Json> {
  const response = await fetch(standIn.url + path, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Json;
}

function askToken(
  change: object = {},
): Promise<{ access_token: string; expires_in: number; errcode?: number }> {
  return send('/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: credentials.appId,
    secret: credentials.appSecret,
    ...change,
  }) as never;
}

const withToken = (path: string): string => `${path}?access_token=${token}`;
const errcodeOf = async (answer: Promise<Json>): Promise<unknown> => (await answer)['errcode'];

describe('stable_token', () => {
  it.each<[object, number]>([
    [{ grant_type: 'password' }, 40002],
    [{ appid: undefined }, 41002],
    [{ secret: undefined }, 41004],
    [{ appid: 'wx1234567890abcdef' }, 40013],
    [{ secret: 'wrong' }, 40125],
  ])('refuses %j with %i', async (change, errcode) => {
    expect(await errcodeOf(askToken(change) as never)).toBe(errcode);
  });

  it('wants POST and JSON', async () => {
    expect(await errcodeOf(send('/cgi-bin/stable_token'))).toBe(43002);
    const response = await fetch(`${standIn.url}/cgi-bin/stable_token`, {
      method: 'POST',
      body: 'grant_type=x',
    });
    expect(await response.json()).toMatchObject({ errcode: 47001 });
  });

  it('answers without errcode, the same token while it is good', async () => {
    const again = await askToken();
    expect(again).toEqual({ access_token: token, expires_in: expect.any(Number) as number });
    expect(again.expires_in).toBeGreaterThan(7190);
  });

  it('renews five minutes before the end; both work for those five minutes', async () => {
    standIn.clock.advance(6_900_001);
    const renewed = await askToken();
    expect(renewed.access_token).not.toBe(token);
    const probe = (each: string): Promise<unknown> =>
      errcodeOf(send(`/wxa/business/getuserphonenumber?access_token=${each}`, {}));
    expect([await probe(token), await probe(renewed.access_token)]).toEqual([41008, 41008]);
    standIn.clock.advance(300_000);
    expect([await probe(token), await probe(renewed.access_token)]).toEqual([42001, 41008]);
  });

  it('kills the old one by force, but not twice in half a minute and 20 times a day', async () => {
    const forced = await askToken({ force_refresh: true });
    expect(forced.access_token).not.toBe(token);
    expect(await errcodeOf(send(withToken('/wxa/business/getuserphonenumber'), {}))).toBe(40001);
    expect((await askToken({ force_refresh: true })).access_token).toBe(forced.access_token);
    standIn.clock.set(Date.parse('2026-12-01T08:00:00+08:00'));
    for (let index = 0; index < 20; index += 1) {
      standIn.clock.advance(31_000);
      expect((await askToken({ force_refresh: true })).errcode).toBeUndefined();
    }
    standIn.clock.advance(31_000);
    expect((await askToken({ force_refresh: true })).errcode).toBe(45009);
  });
});

describe('every other call', () => {
  const paths = [
    '/wxa/business/getuserphonenumber',
    '/wxa/getwxacodeunlimit',
    '/cgi-bin/message/subscribe/send',
    '/wxa/sec/order/upload_shipping_info',
    '/wxa/msg_sec_check',
    '/wxa/media_check_async',
  ];

  it.each(paths)('%s wants the token in the address, whole and valid', async (path) => {
    expect(await errcodeOf(send(path, { access_token: token }))).toBe(41001);
    expect(await errcodeOf(send(`${path}?access_token=${token}x`, {}))).toBe(40001);
    expect(await errcodeOf(send(withToken(path)))).toBe(43002);
  });

  it('says something different each time, so that nobody compares texts', async () => {
    const [first, second] = [await send(paths[0] ?? '', {}), await send(paths[0] ?? '', {})];
    expect(first['errmsg']).toMatch(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
    expect(first['errmsg']).not.toBe(second['errmsg']);
  });
});

describe('jscode2session', () => {
  const login = (change: Record<string, string> = {}): Promise<Json> =>
    send(
      `/sns/jscode2session?${new URLSearchParams({
        appid: credentials.appId,
        secret: credentials.appSecret,
        js_code: '',
        grant_type: 'authorization_code',
        ...change,
      }).toString()}`,
    );

  it('gives the openid for a code, once', async () => {
    const js_code = await control.loginCode(openid);
    const session = await login({ js_code });
    expect(session).toEqual({
      openid,
      session_key: expect.any(String) as string,
      unionid: expect.any(String) as string,
    });
    expect(await errcodeOf(login({ js_code }))).toBe(40029);
  });

  it('refuses a made-up code, one of another app, one of the phone button, and one six minutes old', async () => {
    expect(await errcodeOf(login({ js_code: 'made-up' }))).toBe(40029);
    expect(await errcodeOf(login({ js_code: await control.loginCode(openid, 'wx1234567890abcdef') }))).toBe(
      40029,
    );
    expect(await errcodeOf(login({ js_code: await control.phoneCode(openid) }))).toBe(40029);
    const js_code = await control.loginCode(openid);
    standIn.clock.advance(300_000);
    expect(await errcodeOf(login({ js_code }))).toBe(40029);
  });

  it.each<[Record<string, string>, number]>([
    [{ appid: '' }, 41002],
    [{ secret: '' }, 41004],
    [{ js_code: '' }, 41008],
    [{ js_code: 'x', grant_type: 'client_credential' }, 40002],
    [{ appid: 'wx1234567890abcdef' }, 40013],
    [{ secret: 'wrong' }, 40125],
  ])('refuses %j with %i', async (change, errcode) => {
    expect(await errcodeOf(login(change))).toBe(errcode);
  });

  it('has no unionid for who is not bound to an open platform', async () => {
    const person = await control.user({ unionid: null });
    const session = await login({ js_code: await control.loginCode(person.openid) });
    expect(Object.keys(session)).toEqual(['openid', 'session_key']);
  });
});

describe('getuserphonenumber', () => {
  const phone = (code: unknown): Promise<Json> =>
    send(withToken('/wxa/business/getuserphonenumber'), { code });

  it('gives the number for a code of the phone button, once', async () => {
    const code = await control.phoneCode(openid);
    expect(await phone(code)).toMatchObject({
      errcode: 0,
      phone_info: {
        phoneNumber: '17000001234',
        purePhoneNumber: '17000001234',
        countryCode: '86',
        watermark: { appid: credentials.appId },
      },
    });
    expect(await errcodeOf(phone(code))).toBe(40029);
  });

  it('refuses a login code: the two are not the same', async () => {
    expect(await errcodeOf(phone(await control.loginCode(openid)))).toBe(40029);
  });
});

describe('getwxacodeunlimit', () => {
  const path = (): string => withToken('/wxa/getwxacodeunlimit');

  it.each<[object, number]>([
    [{}, 40169],
    [{ scene: '' }, 40169],
    [{ scene: 'a'.repeat(33) }, 40169],
    [{ scene: '门店1' }, 40129],
    [{ scene: 'a%20b' }, 40129],
    [{ scene: 'a', page: '/pages/join/index' }, 41030],
    [{ scene: 'a', page: 'pages/join/index?x=1' }, 41030],
    [{ scene: 'a', page: 'pages/nowhere/index' }, 41030],
    [{ scene: 'a', env_version: 'beta' }, 40097],
    [{ scene: 'a', width: 279 }, 40097],
    [{ scene: 'a', width: 1281 }, 40097],
    [{ scene: 'a', scancode_time: 1 }, 85096],
  ])('refuses %j with %i', async (body, errcode) => {
    await fetch(`${standIn.url}/control/pages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(['pages/join/index']),
    });
    expect(await errcodeOf(send(path(), body))).toBe(errcode);
  });

  it('gives a picture that says page and scene', async () => {
    const response = await fetch(standIn.url + path(), {
      method: 'POST',
      body: JSON.stringify({ scene: 'x7Kq2-a=1', page: 'pages/join/index', width: 600 }),
    });
    expect(response.headers.get('content-type')).toBe('image/png');
    const expected = await toBuffer('pages/join/index?scene=x7Kq2-a%3D1', {
      width: 600,
      margin: 2,
      errorCorrectionLevel: 'M',
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(expected)).toBe(true);
  });

  it('takes a page that is not published when told not to check', async () => {
    const response = await fetch(standIn.url + path(), {
      method: 'POST',
      body: JSON.stringify({ scene: 'a', page: 'pages/later/index', check_path: false }),
    });
    expect(response.headers.get('content-type')).toBe('image/png');
  });
});

describe('subscribe messages', () => {
  const TEMPLATE = 'order-paid-template';
  const message = (change: object = {}): object => ({
    touser: openid,
    template_id: TEMPLATE,
    page: 'pages/order/index?id=1',
    data: { thing1: { value: '桂花拿铁' }, amount2: { value: '25.00元' } },
    ...change,
  });
  const deliver = (change: object = {}): Promise<Json> =>
    send(withToken('/cgi-bin/message/subscribe/send'), message(change));

  it('needs one permission for each message', async () => {
    expect(await errcodeOf(deliver())).toBe(43101);
    await control.allowMessages(openid, TEMPLATE, 2);
    expect([await errcodeOf(deliver()), await errcodeOf(deliver()), await errcodeOf(deliver())]).toEqual([
      0, 0, 43101,
    ]);
    expect(await control.messages(openid)).toMatchObject([
      {
        openid,
        templateId: TEMPLATE,
        page: 'pages/order/index?id=1',
        data: { thing1: { value: '桂花拿铁' } },
      },
      { openid },
    ]);
  });

  it.each<[object, number]>([
    [{ touser: 'oNobody' }, 40003],
    [{ template_id: '' }, 40037],
    [{ page: '/pages/order/index' }, 41030],
    [{ lang: 'fr_FR' }, 47003],
    [{ data: '{"thing1":{"value":"x"}}' }, 47003],
    [{ data: { thing1: { value: '一'.repeat(21) } } }, 47003],
    [{ data: { thing1: { value: '' } } }, 47003],
    [{ data: { 'thing1.DATA': { value: 'x' } } }, 47003],
  ])('refuses %j with %i and keeps the permission', async (change, errcode) => {
    await control.allowMessages(openid, TEMPLATE);
    expect(await errcodeOf(deliver(change))).toBe(errcode);
    expect(await errcodeOf(deliver())).toBe(0);
  });

  it('wants exactly the keys of a template it knows', async () => {
    await fetch(`${standIn.url}/control/templates`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify([{ id: TEMPLATE, title: '订单支付成功', keys: ['thing1', 'amount2'] }]),
    });
    await control.allowMessages(openid, TEMPLATE);
    const missing = await deliver({ data: { thing1: { value: 'x' } } });
    expect(missing).toMatchObject({ errcode: 47003 });
    expect(missing['errmsg']).toMatch(/^argument invalid! data\.amount2\.value is empty/);
    const foreign = { thing1: { value: 'x' }, amount2: { value: '1元' }, thing3: { value: 'y' } };
    expect(await errcodeOf(deliver({ data: foreign }))).toBe(47003);
    expect(await errcodeOf(deliver({ template_id: 'another' }))).toBe(40037);
    expect(await errcodeOf(deliver())).toBe(0);
  });
});

describe('content checks', () => {
  const check = (change: object = {}): Promise<Json> =>
    send(withToken('/wxa/msg_sec_check'), { version: 2, openid, scene: 1, content: '你好', ...change });
  const openMiniProgram = async (): Promise<unknown> =>
    fetch(
      `${standIn.url}/sns/jscode2session?appid=${credentials.appId}&secret=${credentials.appSecret}` +
        `&js_code=${await control.loginCode(openid)}&grant_type=authorization_code`,
    );

  it('are for people who opened the mini-program within two hours', async () => {
    expect(await errcodeOf(check())).toBe(61010);
    await openMiniProgram();
    expect(await check()).toMatchObject({ errcode: 0, result: { suggest: 'pass', label: 100 } });
    standIn.clock.advance(7_000_000);
    expect(await errcodeOf(check())).toBe(0);
    standIn.clock.advance(201_000);
    token = (await askToken()).access_token;
    expect(await errcodeOf(check())).toBe(61010);
  });

  it('find what they frown at', async () => {
    await openMiniProgram();
    expect(await check({ content: '兼职刷单日结' })).toMatchObject({
      result: { suggest: 'risky', label: 20008 },
    });
  });

  it.each<[object, number]>([
    [{ content: '' }, 44002],
    [{ content: '字'.repeat(2501) }, 45002],
    [{ version: 1 }, 47001],
    [{ scene: 5 }, 40129],
    [{ openid: 'oNobody' }, 40003],
  ])('refuse %j', async (change, errcode) => {
    await openMiniProgram();
    expect(await errcodeOf(check(change))).toBe(errcode);
  });

  it('take pictures and sounds by their address', async () => {
    await openMiniProgram();
    const media = { version: 2, openid, scene: 1, media_type: 2, media_url: 'https://example.com/a.png' };
    const ask = (change: object = {}): Promise<Json> =>
      send(withToken('/wxa/media_check_async'), { ...media, ...change });
    expect(await ask()).toMatchObject({ errcode: 0, trace_id: expect.any(String) as string });
    expect(await errcodeOf(ask({ media_url: 'a.png' }))).toBe(40129);
    expect(await errcodeOf(ask({ media_type: 3 }))).toBe(40004);
  });
});
