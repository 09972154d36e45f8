import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { base62, digits, hex } from '../ids.js';
import { writePrivateFile } from '../write-file.js';
import { selfSignedCertificate } from './certificate.js';

/** What a merchant gets from WeChat, and (payPrivateKey) what only WeChat itself has. Keys and certificate are PEM. */
export interface Credentials {
  readonly appId: string;
  readonly appSecret: string;
  readonly mchId: string;
  readonly mchCert: string;
  readonly mchKey: string;
  readonly mchSerial: string;
  readonly apiV3Key: string;
  readonly payPublicKeyId: string;
  readonly payPublicKey: string;
  readonly payPrivateKey: string;
}

/** These two say at a glance that nothing real is behind them: a server in production can refuse them. */
export const STAND_IN_APP_ID = 'wx0000standin00001';
export const STAND_IN_ORGANIZATION = 'Regulars WeChat stand-in';
const STAND_IN_MCH_ID = '1900000001';

const FILE = 'stand-in.json';
const VALID_YEARS = 10;

/** Makes credentials. With a folder they are made once and read back afterwards. */
export function makeCredentials(folder?: string): Credentials {
  if (folder === undefined) {
    return newCredentials();
  }
  const file = join(folder, FILE);
  if (existsSync(file)) {
    return JSON.parse(readFileSync(file, 'utf8')) as Credentials;
  }
  const credentials = newCredentials();
  writePrivateFile(join(folder, 'apiclient_cert.pem'), credentials.mchCert);
  writePrivateFile(join(folder, 'apiclient_key.pem'), credentials.mchKey);
  writePrivateFile(join(folder, 'pub_key.pem'), credentials.payPublicKey);
  writePrivateFile(file, `${JSON.stringify(credentials, undefined, 2)}\n`);
  return credentials;
}

/** The environment a server needs to talk to the stand-in at this address. */
export function serverEnvironment(credentials: Credentials, url: string): Record<string, string> {
  return {
    WECHAT_API_BASE: url,
    WECHAT_PAY_BASE: url,
    WECOM_API_BASE: url,
    WECHAT_APP_ID: credentials.appId,
    WECHAT_APP_SECRET: credentials.appSecret,
    WECHAT_MCH_ID: credentials.mchId,
    WECHAT_MCH_CERT: credentials.mchCert,
    WECHAT_MCH_KEY: credentials.mchKey,
    WECHAT_PAY_API_V3_KEY: credentials.apiV3Key,
    WECHAT_PAY_PUBLIC_KEY: credentials.payPublicKey,
    WECHAT_PAY_PUBLIC_KEY_ID: credentials.payPublicKeyId,
  };
}

function newCredentials(): Credentials {
  const merchant = newRsaPair();
  const wechatPay = newRsaPair();
  const from = new Date();
  const mchCert = selfSignedCertificate({
    privateKey: createPrivateKey(merchant.privateKey),
    commonName: STAND_IN_MCH_ID,
    organization: STAND_IN_ORGANIZATION,
    from,
    until: new Date(from.getTime() + VALID_YEARS * 365 * 86_400_000),
  });
  return {
    appId: STAND_IN_APP_ID,
    appSecret: hex(32),
    mchId: STAND_IN_MCH_ID,
    mchCert,
    mchKey: merchant.privateKey,
    mchSerial: new X509Certificate(mchCert).serialNumber,
    apiV3Key: base62(32),
    payPublicKeyId: `PUB_KEY_ID_0${STAND_IN_MCH_ID}${digits(23)}`,
    payPublicKey: wechatPay.publicKey,
    payPrivateKey: wechatPay.privateKey,
  };
}

function newRsaPair(): { publicKey: string; privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
