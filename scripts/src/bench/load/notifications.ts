import { createCipheriv, createPrivateKey, randomBytes, randomUUID, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { payFenOf, tradeNumberOf } from '../data/orders.js';
import { memberOf, openidOf } from '../data/town.js';
import { postText } from './requests.js';

/** Signed beside each other, as many as the thread pool works on and a few that wait. */
const BATCH = 32;

const signed = promisify(
  (data: Buffer, key: KeyObject, done: (error: Error | null, signature: Buffer) => void) =>
    sign('sha256', data, key, done),
);

export interface PayKeys {
  readonly appId: string;
  readonly mchId: string;
  readonly apiV3Key: string;
  readonly privateKey: string;
  readonly publicKeyId: string;
}

/** What WeChat Pay would push about the payments of these orders, sealed and signed. */
export class Notifications {
  private readonly key: KeyObject;

  constructor(private readonly keys: PayKeys) {
    this.key = createPrivateKey(keys.privateKey);
  }

  async prepare(from: number, count: number): Promise<Buffer[]> {
    const requests: Buffer[] = [];
    for (let start = from; start < from + count; start += BATCH) {
      const indexes = Array.from(
        { length: Math.min(BATCH, from + count - start) },
        (_, offset) => start + offset,
      );
      requests.push(...(await Promise.all(indexes.map((index) => this.request(index)))));
    }
    return requests;
  }

  private async request(index: number): Promise<Buffer> {
    const body = this.sealed(index);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const nonce = randomBytes(16).toString('hex');
    const signature = await signed(Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), this.key);
    const headers = [
      ['Wechatpay-Timestamp', timestamp],
      ['Wechatpay-Nonce', nonce],
      ['Wechatpay-Signature', signature.toString('base64')],
      ['Wechatpay-Serial', this.keys.publicKeyId],
      ['Wechatpay-Signature-Type', 'WECHATPAY2-SHA256-RSA2048'],
    ];
    return postText(
      '/hooks/wechat/pay/transactions',
      body,
      headers.map(([name, value]) => `${name}: ${value}\r\n`).join(''),
    );
  }

  private sealed(index: number): string {
    const { appId, mchId, apiV3Key } = this.keys;
    const now = new Date().toISOString();
    const total = payFenOf(index);
    const plaintext = JSON.stringify({
      appid: appId,
      mchid: mchId,
      out_trade_no: tradeNumberOf(index),
      transaction_id: `${tradeNumberOf(index)}01`,
      trade_type: 'JSAPI',
      trade_state: 'SUCCESS',
      trade_state_desc: '支付成功',
      bank_type: 'OTHERS',
      attach: '',
      success_time: now,
      payer: { openid: openidOf(memberOf(index)) },
      amount: { total, payer_total: total, currency: 'CNY', payer_currency: 'CNY' },
    });
    const nonce = randomBytes(6).toString('hex');
    const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from('transaction'));
    const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return JSON.stringify({
      id: randomUUID(),
      create_time: now,
      resource_type: 'encrypt-resource',
      event_type: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      resource: {
        original_type: 'transaction',
        algorithm: 'AEAD_AES_256_GCM',
        ciphertext: ciphertext.toString('base64'),
        associated_data: 'transaction',
        nonce,
      },
    });
  }
}
