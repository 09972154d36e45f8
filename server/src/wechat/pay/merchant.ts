import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import WechatPayNode from 'wechatpay-node-v3';
import type { Clock } from '../../platform/clock/index.js';

const PACKAGE_HOST = 'https://api.mch.weixin.qq.com';

export interface MerchantCredentials {
  readonly appId: string;
  readonly mchId: string;
  /** The merchant API certificate and its private key, PEM. */
  readonly certificate: string;
  readonly privateKey: string;
}

/**
 * The merchant as `wechatpay-node-v3` knows it: the package builds and signs requests. Nonce and time are ours,
 * since the package takes its nonce from Math.random and knows no clock but the machine's.
 */
export class Merchant extends WechatPayNode {
  constructor(
    credentials: MerchantCredentials,
    private readonly clock: Clock,
  ) {
    const certificate = new X509Certificate(credentials.certificate);
    if (!certificate.checkPrivateKey(createPrivateKey(credentials.privateKey))) {
      throw new Error('The merchant certificate and the merchant private key do not belong together');
    }
    super({
      appid: credentials.appId,
      mchid: credentials.mchId,
      publicKey: Buffer.from(credentials.certificate),
      privateKey: Buffer.from(credentials.privateKey),
      serial_no: certificate.serialNumber,
      userAgent: 'regulars',
    });
  }

  get appId(): string {
    return this.appid;
  }

  get mchId(): string {
    return this.mchid;
  }

  /** The parameters of `wx.requestPayment`; the package's own have a weak nonce. */
  paymentParameters(prepayId: string): PaymentParameters {
    const timeStamp = this.seconds();
    const nonceStr = nonce();
    const prepay = `prepay_id=${prepayId}`;
    const paySign = this.sha256WithRsa(payMessage(this.appid, timeStamp, nonceStr, prepay));
    return { timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign };
  }

  protected override buildAuthorization(
    method: string,
    url: string,
    params?: Record<string, unknown>,
  ): string {
    const timestamp = this.seconds();
    const nonceStr = nonce();
    const signature = this.getSignature(method, nonceStr, timestamp, url.replace(PACKAGE_HOST, ''), params);
    return this.getAuthorization(nonceStr, timestamp, signature);
  }

  private seconds(): string {
    return String(Math.floor(this.clock.now().getTime() / 1000));
  }
}

export interface PaymentParameters {
  /** Seconds, as text: the mini-program API refuses a number. */
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: 'RSA';
  readonly paySign: string;
}

/** The text that `paySign` signs. */
export function payMessage(appId: string, timeStamp: string, nonceStr: string, prepay: string): string {
  return `${appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`;
}

function nonce(): string {
  return randomBytes(16).toString('hex').toUpperCase();
}
