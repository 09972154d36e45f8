import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { Fields } from '../http/fields.js';

export interface SealedOpenData {
  readonly encryptedData: string;
  readonly iv: string;
  readonly sessionKey: string;
}

/** Opens `encryptedData` of the mini-program's open interfaces. @throws when it isn't this app's own data. */
export function openData(sealed: SealedOpenData, appId: string): string {
  const key = Buffer.from(sealed.sessionKey, 'base64');
  const decipher = createDecipheriv('aes-128-cbc', key, Buffer.from(sealed.iv, 'base64'));
  const text = Buffer.concat([decipher.update(sealed.encryptedData, 'base64'), decipher.final()]).toString(
    'utf8',
  );
  if (Fields.parse(text).object('watermark').text('appid') !== appId) {
    throw new Error('The open data belongs to another app');
  }
  return text;
}

/** Does the signature that came beside `rawData` prove that WeChat wrote it? */
export function isRawDataGenuine(rawData: string, signature: string, sessionKey: string): boolean {
  const expected = createHash('sha1')
    .update(rawData + sessionKey)
    .digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
