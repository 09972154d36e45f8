import { createPrivateKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import type { Credentials } from '../credentials/make-credentials.js';
import { base62 } from '../ids.js';

export const SIGNATURE_TYPE = 'WECHATPAY2-SHA256-RSA2048';

/** The keys of both sides, parsed once. */
export interface PayKeys {
  /** Signs what WeChat Pay says. */
  readonly wechatPay: KeyObject;
  readonly wechatPayId: string;
  /** Checks what the merchant says. */
  readonly merchant: KeyObject;
  readonly merchantSerial: string;
}

export function payKeys(credentials: Credentials): PayKeys {
  const certificate = new X509Certificate(credentials.mchCert);
  return {
    wechatPay: createPrivateKey(credentials.payPrivateKey),
    wechatPayId: credentials.payPublicKeyId,
    merchant: certificate.publicKey,
    merchantSerial: certificate.serialNumber.toUpperCase(),
  };
}

/** The headers that prove an answer or a push to be WeChat Pay's own. */
export function signatureHeaders(
  keys: Pick<PayKeys, 'wechatPay' | 'wechatPayId'>,
  signingNow: number,
  body: string,
): Record<string, string> {
  const timestamp = String(Math.floor(signingNow / 1000));
  const nonce = base62(32);
  const signature = sign('sha256', Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), keys.wechatPay);
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': signature.toString('base64'),
    'Wechatpay-Serial': keys.wechatPayId,
    'Wechatpay-Signature-Type': SIGNATURE_TYPE,
  };
}

/** The same headers with a signature that cannot be right, since it was made over something else. */
export function badSignatureHeaders(
  keys: Pick<PayKeys, 'wechatPay' | 'wechatPayId'>,
  signingNow: number,
  body: string,
): Record<string, string> {
  const { 'Wechatpay-Signature': other = '' } = signatureHeaders(keys, signingNow, `${body} `);
  return { ...signatureHeaders(keys, signingNow, body), 'Wechatpay-Signature': other };
}
