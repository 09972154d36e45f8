import {
  createControl,
  serverEnvironment,
  startStandIn,
  type Control,
  type StandIn,
} from '@regulars/wechat-stand-in';
import { TestClock } from '../src/platform/clock/index.js';
import { Config } from '../src/platform/config/index.js';
import type { AccessToken, AccessTokenStore } from '../src/wechat/mini-program/access-token-store.js';
import { MiniProgram } from '../src/wechat/mini-program/mini-program.js';
import { WechatPay } from '../src/wechat/pay/wechat-pay.js';
import { TEST_ENVIRONMENT } from './harness.js';

class MemoryStore implements AccessTokenStore {
  private token: AccessToken | undefined;
  load(): Promise<AccessToken | undefined> {
    return Promise.resolve(this.token);
  }
  save(next: AccessToken): Promise<void> {
    this.token = next;
    return Promise.resolve();
  }
}

describe('our clients and the stand-in, which refuses what WeChat refuses', () => {
  const clock = new TestClock(new Date());
  let standIn: StandIn;
  let wechat: Control;
  let program: MiniProgram;
  let pay: WechatPay;

  beforeAll(async () => {
    standIn = await startStandIn({ realTime: () => clock.now().getTime() });
    wechat = createControl(standIn.url);
    const { credentials, url: baseUrl } = standIn;
    const { appId, appSecret, mchId, mchCert: certificate, mchKey: privateKey } = credentials;
    program = new MiniProgram({ baseUrl, appId, appSecret }, new MemoryStore(), clock);
    const trusted = { publicKey: { id: credentials.payPublicKeyId, pem: credentials.payPublicKey } };
    pay = new WechatPay({ baseUrl, appId, mchId, certificate, privateKey, trusted }, clock);
  });
  afterAll(() => standIn.close());

  it('log in with a code, once', async () => {
    const { openid, unionid } = await wechat.user();
    const code = await wechat.loginCode(openid, program.appId);
    expect(await program.login(code)).toEqual({ outcome: 'ok', openid, unionid });
    expect(await program.login(code)).toEqual({ outcome: 'refused', reason: 'code_invalid' });
  });

  it('learn a phone number with its own kind of code', async () => {
    const { openid } = await wechat.user({ phone: '13800138000' });
    expect(await program.phoneNumber(await wechat.phoneCode(openid, program.appId))).toEqual({
      outcome: 'ok',
      countryCode: '86',
      number: '13800138000',
    });
    const loginCode = await wechat.loginCode(openid, program.appId);
    expect(await program.phoneNumber(loginCode)).toEqual({ outcome: 'refused', reason: 'code_invalid' });
  });

  it('go on when the token dies before its time', async () => {
    const { openid } = await wechat.user({ phone: '13800138001' });
    clock.advance(2 * 3_600_000);
    expect(await program.phoneNumber(await wechat.phoneCode(openid, program.appId))).toMatchObject({
      outcome: 'ok',
    });
  });

  it('draw a code', async () => {
    const { bytes } = await program.code({
      scene: 'aB3xYz',
      page: 'pages/home/index',
      environment: 'develop',
    });
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  it('send a message as often as it was allowed', async () => {
    const { openid } = await wechat.user();
    const templateId = 'pickup-ready';
    await setTemplate(templateId);
    await wechat.allowMessages(openid, templateId);
    const message = { openid, templateId, data: { thing1: '拿铁' } };
    expect(await program.sendSubscribeMessage(message)).toEqual({ outcome: 'sent' });
    expect(await program.sendSubscribeMessage(message)).toEqual({ outcome: 'not_allowed' });
    expect(await wechat.messages(openid)).toMatchObject([{ data: { thing1: { value: '拿铁' } } }]);
    await wechat.allowMessages(openid, templateId);
    expect(
      await program.sendSubscribeMessage({ ...message, data: { thing1: '字'.repeat(21) } }),
    ).toMatchObject({
      outcome: 'refused',
      errcode: 47003,
    });
  });

  it('pay, tell that the goods are handed over, and refund', async () => {
    const { openid } = await wechat.user();
    const outTradeNo = 'T20260601999999';
    const notifyUrl = 'http://127.0.0.1:9/hooks';
    const prepaid = await pay.prepay({
      outTradeNo,
      description: '老街咖啡 '.repeat(40),
      totalFen: 1250,
      openid,
      expiresAt: clock.in(900_000),
      notifyUrl,
    });
    await wechat.pay(prepaid.outcome === 'ok' ? prepaid.value : '', { notify: 'none' });
    const queried = await pay.query(outTradeNo);
    const transactionId = (queried.outcome === 'ok' && queried.value.transactionId) || '';
    expect(queried).toMatchObject({ value: { tradeState: 'SUCCESS', totalFen: 1250, payerOpenid: openid } });
    expect(await pay.close(outTradeNo)).toMatchObject({ outcome: 'refused', code: 'ORDERPAID' });

    const shipped = { transactionId, openid, items: '拿铁等 2 件', shipping: { kind: 'pickup' } as const };
    expect(await program.uploadShippingInfo({ ...shipped, at: clock.now() })).toEqual({ outcome: 'done' });
    const unknown = { ...shipped, transactionId: '4200000000', at: clock.now() };
    expect(await program.uploadShippingInfo(unknown)).toEqual({ outcome: 'later' });

    const refund = {
      transactionId,
      outRefundNo: 'R1',
      refundFen: 1250,
      totalFen: 1250,
      reason: '缺货',
      notifyUrl,
    };
    expect(await pay.refund(refund)).toMatchObject({ outcome: 'ok', value: { status: 'PROCESSING' } });
    expect(await pay.refund({ ...refund, refundFen: 1 })).toMatchObject({
      outcome: 'refused',
      code: 'INVALIDREQUEST',
    });
    expect(await pay.queryRefund('R2')).toMatchObject({ outcome: 'refused', status: 404 });
  });

  it('are refused the stand-in’s credentials in production', () => {
    const credentials = serverEnvironment(standIn.credentials, 'https://api.weixin.qq.com');
    const environment = { ...TEST_ENVIRONMENT, ...credentials, DATABASE_URL: 'mysql://a@b/c' };
    expect(() => Config.from(environment)).not.toThrow();
    expect(() => Config.from({ ...environment, NODE_ENV: 'production' })).toThrow('stand-in');
  });

  async function setTemplate(id: string): Promise<void> {
    const body = JSON.stringify([{ id, title: '取货提醒', keys: ['thing1'] }]);
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${standIn.url}/control/templates`, { method: 'POST', headers, body })).status).toBe(
      200,
    );
  }
});
