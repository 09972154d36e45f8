import { Host, type HostAnswer, type ReceivedCall } from '../../../test/wechat/host.js';
import { TestClock } from '../../platform/clock/index.js';
import { WechatRefused, WechatUnavailable } from '../errors.js';
import type { AccessToken, AccessTokenStore } from './access-token-store.js';
import { MiniProgram } from './mini-program.js';

const APP_ID = 'wx8888888888888888';
const SECRET = 'a-secret-nobody-should-see';
const HOUR_MS = 3_600_000;

/** Two processes share one of these. */
class SharedStore implements AccessTokenStore {
  token: AccessToken | undefined;
  load(): Promise<AccessToken | undefined> {
    return Promise.resolve(this.token);
  }
  save(next: AccessToken, loaded: AccessToken | undefined): Promise<void> {
    if (this.token?.token === loaded?.token) {
      this.token = next;
    }
    return Promise.resolve();
  }
}

const json = (body: object): HostAnswer => ({
  headers: { 'content-type': 'application/json; encoding=utf-8' },
  body: JSON.stringify(body),
});

describe('MiniProgram', () => {
  const clock = new TestClock();
  let host: Host;
  let store: SharedStore;
  let program: MiniProgram;
  /** Answers of everything but the token address. */
  let api: (call: ReceivedCall) => HostAnswer | 'hang' | 'drop';
  let tokens: string[];

  const start = () =>
    new MiniProgram(
      { baseUrl: host.baseUrl, appId: APP_ID, appSecret: SECRET, timeoutMs: 1000, busyDelaysMs: [0, 0] },
      store,
      clock,
    );
  const callsTo = (path: string) => host.calls.filter((call) => call.url.startsWith(path));

  beforeAll(async () => {
    host = await Host.start((call) =>
      call.url === '/cgi-bin/stable_token'
        ? json({ access_token: tokens.shift(), expires_in: 7200 })
        : api(call),
    );
  });
  beforeEach(() => {
    host.takeCalls();
    tokens = ['TOKEN1', 'TOKEN2', 'TOKEN3'];
    store = new SharedStore();
    program = start();
    api = () => json({ errcode: 0, errmsg: 'ok' });
  });
  afterAll(() => host.stop());

  describe('login', () => {
    it('exchanges the code, and answers without an errcode are successes', async () => {
      api = () => json({ openid: 'o1', unionid: 'u1', session_key: 'k' });
      expect(await program.login('c1')).toEqual({ outcome: 'ok', openid: 'o1', unionid: 'u1' });
      expect(host.calls[0]).toMatchObject({
        method: 'GET',
        url: `/sns/jscode2session?appid=${APP_ID}&secret=${SECRET}&js_code=c1&grant_type=authorization_code`,
      });
    });

    it.each([
      [40029, 'code_invalid'],
      [40226, 'user_blocked'],
    ])('refuses %i as %s', async (errcode, reason) => {
      api = () => json({ errcode, errmsg: 'invalid code rid: 1-2-3' });
      expect(await program.login('c1')).toEqual({ outcome: 'refused', reason });
    });

    it('tries "system busy" again and gives up as unavailable', async () => {
      const answers = [json({ errcode: -1, errmsg: 'busy' }), json({ openid: 'o1' })];
      api = () => answers.shift() ?? json({ errcode: -1, errmsg: 'busy' });
      expect(await program.login('c1')).toMatchObject({ outcome: 'ok', unionid: null });
      await expect(program.login('c1')).rejects.toThrow(WechatUnavailable);
      expect(callsTo('/sns/')).toHaveLength(5);
    });

    it.each<[string, HostAnswer | 'hang' | 'drop']>([
      ['a time-out', 'hang'],
      ['a dropped connection', 'drop'],
      ['a gateway error', { status: 502, body: '<html>' }],
      ['broken JSON', { headers: { 'content-type': 'application/json' }, body: '{"openid"' }],
      ['a page instead of JSON', { headers: { 'content-type': 'text/html' }, body: '<html>' }],
      ['too many calls', json({ errcode: 45011, errmsg: 'api minute-quota reach limit' })],
    ])('after %s it is unavailable, and says so without the secret', async (_what, answer) => {
      api = () => answer;
      const error: unknown = await program.login('c1').catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(WechatUnavailable);
      expect(error).toMatchObject({ status: 503, code: 'wechat_unavailable' });
      expect(JSON.stringify([String(error), String((error as Error).cause)])).not.toContain(SECRET);
    });

    it('a wrong secret is the operator’s matter', async () => {
      api = () => json({ errcode: 40125, errmsg: 'invalid appsecret' });
      await expect(program.login('c1')).rejects.toThrow(WechatRefused);
      await expect(program.login('c1')).rejects.toThrow(
        '/sns/jscode2session refused with 40125: invalid appsecret',
      );
    });
  });

  describe('access token', () => {
    const send = (by = program) => by.sendSubscribeMessage({ openid: 'o1', templateId: 't1', data: {} });

    it('is fetched once for many callers at once, by POST, with the secret in the body only', async () => {
      await Promise.all(Array.from({ length: 20 }, () => send()));
      const fetched = callsTo('/cgi-bin/stable_token');
      expect(fetched).toHaveLength(1);
      expect(JSON.parse(fetched[0]?.body ?? '')).toEqual({
        grant_type: 'client_credential',
        appid: APP_ID,
        secret: SECRET,
      });
      expect(callsTo('/cgi-bin/message/subscribe/send?access_token=TOKEN1')).toHaveLength(20);
    });

    it('is shared with other processes through the store', async () => {
      await send();
      await send(start());
      expect(callsTo('/cgi-bin/stable_token')).toHaveLength(1);
    });

    it('is renewed shortly before its end', async () => {
      await send();
      clock.advance(2 * HOUR_MS - 4 * 60_000 - 1000);
      await send();
      expect(callsTo('/cgi-bin/stable_token')).toHaveLength(1);
      clock.advance(1000);
      await send();
      expect(callsTo('/cgi-bin/stable_token')).toHaveLength(2);
      expect(store.token?.token).toBe('TOKEN2');
    });

    it.each([40001, 40014, 42001])(
      'refused with %i it is replaced once, and the call made again',
      async (errcode) => {
        api = (call) =>
          json(
            call.url.endsWith('=TOKEN1')
              ? { errcode, errmsg: 'invalid credential' }
              : { errcode: 0, errmsg: 'ok' },
          );
        await Promise.all([send(), send(), send()]);
        expect(callsTo('/cgi-bin/stable_token')).toHaveLength(2);
        expect(store.token?.token).toBe('TOKEN2');
      },
    );

    it('takes the token that another process has renewed meanwhile', async () => {
      await send();
      const other = start();
      await send(other);
      api = (call) => json({ errcode: call.url.endsWith('=TOKEN1') ? 40001 : 0, errmsg: '' });
      await send(other);
      await send();
      expect(callsTo('/cgi-bin/stable_token')).toHaveLength(2);
    });

    it('gives up when the new token is refused too', async () => {
      api = () => json({ errcode: 40001, errmsg: 'invalid credential' });
      await expect(send()).rejects.toThrow(WechatRefused);
      expect(callsTo('/cgi-bin/stable_token')).toHaveLength(2);
    });

    it('a token that cannot be had fails this call only', async () => {
      tokens = [];
      await expect(send()).rejects.toThrow(WechatUnavailable);
      tokens = ['TOKEN9'];
      expect(await send()).toEqual({ outcome: 'sent' });
    });
  });

  describe('phone number', () => {
    const info = (appid: string, countryCode: unknown) =>
      json({
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phoneNumber: '13800138000',
          purePhoneNumber: '13800138000',
          countryCode,
          watermark: { timestamp: 1780286400, appid },
        },
      });

    it.each(['86', 86])('reads the country code %p, a text here and a number there', async (countryCode) => {
      api = () => info(APP_ID, countryCode);
      expect(await program.phoneNumber('p1')).toEqual({
        outcome: 'ok',
        countryCode: '86',
        number: '13800138000',
      });
      expect(host.calls.at(-1)).toMatchObject({ method: 'POST', body: '{"code":"p1"}' });
    });

    it('refuses a used code', async () => {
      api = () => json({ errcode: 40029, errmsg: 'invalid code' });
      expect(await program.phoneNumber('p1')).toEqual({ outcome: 'refused', reason: 'code_invalid' });
    });

    it("does not take another app's number", async () => {
      api = () => info('wx0000000000000000', '86');
      await expect(program.phoneNumber('p1')).rejects.toThrow(WechatRefused);
    });
  });

  describe('mini-program code', () => {
    const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

    it('is a picture', async () => {
      api = () => ({ headers: { 'content-type': 'image/jpeg' }, body: PNG });
      const code = await program.code({ scene: 'aB3~', page: 'pages/join/index' });
      expect(code).toEqual({ bytes: PNG, contentType: 'image/jpeg' });
      expect(JSON.parse(host.calls.at(-1)?.body ?? '')).toEqual({
        scene: 'aB3~',
        page: 'pages/join/index',
        env_version: 'release',
        width: 430,
        check_path: true,
      });
    });

    it('knows an error by its first byte, whatever it is labelled as', async () => {
      api = () => ({
        headers: { 'content-type': 'image/jpeg' },
        body: '{"errcode":41030,"errmsg":"invalid page"}',
      });
      await expect(program.code({ scene: 'a', page: 'p' })).rejects.toThrow('41030');
    });

    it.each(['', 'a'.repeat(33), '门店', 'a b', 'a%20'])('never asks for the scene "%s"', async (scene) => {
      await expect(program.code({ scene, page: 'p' })).rejects.toThrow(RangeError);
      expect(host.calls).toHaveLength(0);
    });
  });

  describe('subscribe message', () => {
    const message = {
      openid: 'o1',
      templateId: 't1',
      data: { thing1: '拿铁', character_string2: '8123' },
      page: 'pages/orders/detail/index?id=or_1',
    };

    it('is sent with each value wrapped', async () => {
      api = () => json({ errcode: 0, errmsg: 'ok', msgid: 1 });
      expect(await program.sendSubscribeMessage(message)).toEqual({ outcome: 'sent' });
      expect(JSON.parse(host.calls.at(-1)?.body ?? '')).toEqual({
        touser: 'o1',
        template_id: 't1',
        page: message.page,
        data: { thing1: { value: '拿铁' }, character_string2: { value: '8123' } },
        miniprogram_state: 'formal',
        lang: 'zh_CN',
      });
    });

    it('that nobody allowed is no error', async () => {
      api = () => json({ errcode: 43101, errmsg: 'user refuse to accept the msg' });
      expect(await program.sendSubscribeMessage(message)).toEqual({ outcome: 'not_allowed' });
    });

    it('that can never be delivered says why', async () => {
      api = () => json({ errcode: 47003, errmsg: 'argument invalid! data.thing1.value invalid' });
      expect(await program.sendSubscribeMessage(message)).toEqual({
        outcome: 'refused',
        errcode: 47003,
        errmsg: 'argument invalid! data.thing1.value invalid',
      });
    });

    it('is not sent twice after a time-out', async () => {
      api = () => 'hang';
      await expect(program.sendSubscribeMessage(message)).rejects.toThrow(WechatUnavailable);
      expect(callsTo('/cgi-bin/message')).toHaveLength(1);
    });
  });

  describe('shipping info', () => {
    const info = {
      transactionId: '4200001234',
      openid: 'o1',
      items: '拿铁等 2 件',
      shipping: { kind: 'pickup' } as const,
      at: new Date('2022-12-15T05:29:35.120Z'),
    };

    it('of a pick-up needs no tracking', async () => {
      expect(await program.uploadShippingInfo(info)).toEqual({ outcome: 'done' });
      expect(JSON.parse(host.calls.at(-1)?.body ?? '')).toEqual({
        order_key: { order_number_type: 2, transaction_id: '4200001234' },
        logistics_type: 4,
        delivery_mode: 1,
        shipping_list: [{ item_desc: '拿铁等 2 件' }],
        upload_time: '2022-12-15T13:29:35.120+08:00',
        payer: { openid: 'o1' },
      });
    });

    it('of a parcel names company and number; long item texts are cut by characters', async () => {
      await program.uploadShippingInfo({
        ...info,
        items: '🥛'.repeat(130),
        shipping: { kind: 'express', company: 'SF', trackingNo: 'SF1', receiverPhoneMasked: '*******8000' },
      });
      expect(JSON.parse(host.calls.at(-1)?.body ?? '')).toMatchObject({
        logistics_type: 1,
        shipping_list: [
          {
            item_desc: '🥛'.repeat(120),
            tracking_no: 'SF1',
            express_company: 'SF',
            contact: { receiver_contact: '*******8000' },
          },
        ],
      });
    });

    it.each([
      [10060002, { outcome: 'done' }],
      [10060023, { outcome: 'done' }],
      [10060001, { outcome: 'later' }],
      [10060012, { outcome: 'later' }],
      [10060031, { outcome: 'refused', errcode: 10060031, errmsg: 'x' }],
    ])('%i means %p', async (errcode, expected) => {
      api = () => json({ errcode, errmsg: 'x' });
      expect(await program.uploadShippingInfo(info)).toEqual(expected);
    });
  });
});
