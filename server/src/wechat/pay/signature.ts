import { type KeyObject, verify } from 'node:crypto';
import type { Serials } from './serials.js';

const WINDOW_SECONDS = 300;
const SIGNATURE_TYPE = 'WECHATPAY2-SHA256-RSA2048';
const PROBE_PREFIX = 'WECHATPAY/SIGNTEST/';

export const SIGNATURE_DEFECTS = [
  'header_missing',
  'unknown_type',
  'probe',
  'out_of_time',
  'unknown_serial',
  'wrong_signature',
] as const;
export type SignatureDefect = (typeof SIGNATURE_DEFECTS)[number];

/** How a header is read: works for both fetch's `Headers` and node's header objects. */
export type ReadHeader = (name: string) => string | undefined;

/**
 * What is wrong with the signature of an answer or a notification, or undefined when it is WeChat's own.
 * Everything that isn't proven is a defect.
 */
export function signatureDefect(
  header: ReadHeader,
  rawBody: Buffer,
  serials: Serials,
  now: Date,
): SignatureDefect | undefined {
  const timestamp = header('wechatpay-timestamp');
  const nonce = header('wechatpay-nonce');
  const signature = header('wechatpay-signature');
  const serial = header('wechatpay-serial');
  if (!timestamp || !nonce || !signature || !serial) {
    return 'header_missing';
  }
  if ((header('wechatpay-signature-type') ?? SIGNATURE_TYPE) !== SIGNATURE_TYPE) {
    return 'unknown_type';
  }
  // WeChat probes now and then whether we verify at all; such a signature is wrong on purpose.
  if (signature.startsWith(PROBE_PREFIX)) {
    return 'probe';
  }
  if (!isCurrent(timestamp, now)) {
    return 'out_of_time';
  }
  const key = serials.keyOf(serial, now);
  if (!key) {
    return 'unknown_serial';
  }
  return isSignedBy(key, signedMessage(timestamp, nonce, rawBody), signature) ? undefined : 'wrong_signature';
}

/** SHA256-RSA (PKCS#1 v1.5), the only way WeChat Pay signs. */
export function isSignedBy(key: KeyObject, message: Buffer, signature: string): boolean {
  return verify('sha256', message, key, Buffer.from(signature, 'base64'));
}

/** The bytes WeChat signs in an answer or a notification. */
export function signedMessage(timestamp: string, nonce: string, rawBody: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), rawBody, Buffer.from('\n')]);
}

function isCurrent(timestamp: string, now: Date): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1000 - Number(timestamp)) <= WINDOW_SECONDS;
}
