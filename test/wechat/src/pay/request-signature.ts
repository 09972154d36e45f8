import { verify } from 'node:crypto';
import { refuse } from './pay-refusal.js';
import { SIGNATURE_TYPE, type PayKeys } from './signing.js';

const WINDOW_S = 300;
const SHOWN_MESSAGE_MAX = 120;

export interface SignedRequest {
  readonly method: string;
  /** Path and query exactly as sent. */
  readonly url: string;
  readonly authorization: string | undefined;
  /** The key that the answer should be signed with, when the caller names one. */
  readonly wechatpaySerial: string | undefined;
  readonly body: string;
}

/** Refuses whatever the merchant's private key has not signed in the last five minutes, byte for byte. */
export function checkRequestSignature(
  request: SignedRequest,
  expected: { mchId: string; keys: PayKeys; signingNow: number },
): void {
  const given = parseAuthorization(request.authorization);
  if (given.mchid !== expected.mchId) {
    refuse('SIGN_ERROR', '商户号mchid与证书不匹配');
  }
  if (given.serial_no.toUpperCase() !== expected.keys.merchantSerial) {
    refuse('SIGN_ERROR', '商户证书序列号有误。请使用签名私钥匹配的证书序列号');
  }
  const age = Math.abs(Math.floor(expected.signingNow / 1000) - Number(given.timestamp));
  if (!/^\d{1,12}$/.test(given.timestamp) || age > WINDOW_S) {
    refuse('SIGN_ERROR', 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟');
  }
  const message = [request.method, request.url, given.timestamp, given.nonce_str, request.body, ''].join(
    '\n',
  );
  if (
    !verify('sha256', Buffer.from(message), expected.keys.merchant, Buffer.from(given.signature, 'base64'))
  ) {
    refuse('SIGN_ERROR', '错误的签名，验签失败', {
      field: 'signature',
      issue: 'sign not match',
      location: 'authorization',
      sign_information: {
        method: request.method,
        url: request.url,
        sign_message_length: Buffer.byteLength(message),
        truncated_sign_message: message.slice(0, SHOWN_MESSAGE_MAX),
      },
    });
  }
  if (request.wechatpaySerial !== undefined && request.wechatpaySerial !== expected.keys.wechatPayId) {
    refuse('PARAM_ERROR', '平台证书序列号Wechatpay-Serial错误');
  }
}

const PARTS = ['mchid', 'nonce_str', 'timestamp', 'serial_no', 'signature'] as const;

function parseAuthorization(header: string | undefined): Record<(typeof PARTS)[number], string> {
  const [scheme, rest = ''] = splitOnce(header ?? '', ' ');
  const given = new Map(
    [...rest.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const part = (name: (typeof PARTS)[number]): string => given.get(name) ?? '';
  if (scheme !== SIGNATURE_TYPE || PARTS.some((name) => part(name) === '')) {
    refuse('SIGN_ERROR', 'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》');
  }
  return {
    mchid: part('mchid'),
    nonce_str: part('nonce_str'),
    timestamp: part('timestamp'),
    serial_no: part('serial_no'),
    signature: part('signature'),
  };
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
