import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin';
import { rsaVectors, vector } from './vectors.js';

/** WeChat Pay's side of the wire, written by another author: what it signs we accept, what we sign it accepts. */
export const PUBLIC_KEY_ID = 'PUB_KEY_ID_0119000000012026010100000000000001';
export const API_V3_KEY = 'a7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const WECHAT_PUBLIC_KEY = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** A merchant with the published test key and certificate of wechatpay-java. */
export const MERCHANT = {
  appId: 'wxd678efh567hg6787',
  mchId: '1900000001',
  certificate: vector(rsaVectors.verify, 'java-verify-merchant-cert').certificatePem ?? '',
  privateKey: vector(rsaVectors.sign, 'java-signer-roundtrip-key').privateKeyPem,
};
export const MERCHANT_SERIAL = '5F1C72E2A8931B72A2E13AF8DEE92471EB397115';

export const TRUSTED = { publicKey: { id: PUBLIC_KEY_ID, pem: WECHAT_PUBLIC_KEY } };

/** The headers with which WeChat Pay signs a body. */
export function signatureHeaders(
  body: string,
  at: Date,
  privateKey = keys.privateKey,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const nonce = Formatter.nonce();
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': PUBLIC_KEY_ID,
    'wechatpay-signature': Rsa.sign(Formatter.response(timestamp, nonce, body), privateKey),
  };
}

/** The body of a notification, its resource encrypted. */
export function notificationBody(
  eventType: string,
  originalType: string,
  resource: object,
  { id = randomUUID(), apiV3Key = API_V3_KEY }: { id?: string; apiV3Key?: string } = {},
): string {
  const nonce = Formatter.nonce(12);
  return JSON.stringify({
    id,
    create_time: '2026-06-01T12:00:00+08:00',
    resource_type: 'encrypt-resource',
    event_type: eventType,
    summary: '测试通知',
    resource: {
      original_type: originalType,
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: Aes.AesGcm.encrypt(JSON.stringify(resource), apiV3Key, nonce, originalType),
      associated_data: originalType,
      nonce,
    },
  });
}

/** Does the peer find our request rightly signed with the merchant's key? */
export function isRequestSigned(call: {
  method: string;
  url: string;
  body: string;
  headers: Record<string, string | string[] | undefined>;
}): boolean {
  const { nonce_str, timestamp, signature } = authorizationOf(String(call.headers.authorization));
  const message = Formatter.request(call.method, call.url, timestamp ?? '', nonce_str ?? '', call.body);
  const certificate = Rsa.from(MERCHANT.certificate, Rsa.KEY_TYPE_PUBLIC);
  return Rsa.verify(message, signature ?? '', certificate);
}

/** The parts of an Authorization header. */
export function authorizationOf(header: string): Record<string, string> {
  return Object.fromEntries([...header.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1], match[2]]));
}
