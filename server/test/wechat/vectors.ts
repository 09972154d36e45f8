import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../test/data/vectors');

function load<T>(file: string): T {
  return JSON.parse(readFileSync(join(FOLDER, `${file}.json`), 'utf8')) as T;
}

/** Values from other projects' published tests: the independent check of ours. */
export const rsaVectors = load<{
  sign: { id: string; privateKeyPem: string; message: string; expectedSignatureBase64: string }[];
  verify: {
    id: string;
    serial: string;
    certificatePem?: string;
    publicKeyPem?: string;
    message: string;
    signatureBase64: string;
    valid: boolean;
  }[];
}>('wxpay-rsa-sign-verify');

export const messageVectors = load<{
  requestMessages: {
    id: string;
    method: string;
    canonicalUrl: string;
    timestamp: string;
    nonce: string;
    body: string;
    expected: string;
  }[];
  authorizationHeader: {
    id: string;
    mchid: string;
    nonce: string;
    timestamp: string;
    serialNo: string;
    signature: string;
    expected: string;
  }[];
  responseMessages: { id: string; timestamp: string; nonce: string; body: string; expected: string }[];
  paySign: {
    id: string;
    appId: string;
    timeStamp: string;
    nonceStr: string;
    package: string;
    expectedMessage: string;
  }[];
}>('wxpay-messages');

export const gcmVectors = load<{
  cases: {
    id: string;
    keyBytes?: number;
    apiV3Key: string;
    associatedData: string;
    nonce: string;
    ciphertextBase64: string;
    plaintext: string | null;
    valid: boolean;
  }[];
}>('wxpay-aes-gcm').cases;

export interface NotifyVector {
  id: string;
  clock: number;
  headers: Record<string, string>;
  rawBody: string;
  platformCertificatePem?: string;
  publicKeyPem?: string;
  apiV3Key: string;
  expectedPlaintext: string;
}

export const notifyVectors = load<{ cases: NotifyVector[] }>('wxpay-notify').cases;

interface CryptVector {
  id: string;
  token: string;
  timestamp: string;
  nonce: string;
}

export const cryptVectors = load<{
  decrypt: (CryptVector & {
    encodingAESKey: string;
    receiveId: string;
    encrypt: string;
    msgSignature: string;
    plaintext?: string;
    plaintextJson?: object;
  })[];
  signatureOnly: (CryptVector & { encrypt: string; msgSignature: string })[];
  encrypt: {
    id: string;
    token: string;
    encodingAESKey: string;
    receiveId: string;
    random16: string;
    message: string;
    expectedEncrypt: string;
  }[];
  urlCheckSignature: (CryptVector & { signature: string })[];
}>('wxbizmsgcrypt');

export const openDataVectors = load<{
  decrypt: {
    id: string;
    appId?: string;
    sessionKey: string;
    iv: string;
    encryptedData: string;
    plaintext?: string;
  }[];
  rawDataSignature: { id: string; sessionKey: string; rawData: string; signature: string }[];
}>('miniprogram-open-data');

/** A vector by its id, for tests that need its keys. */
export function vector<T extends { id: string }>(vectors: readonly T[], id: string): T {
  const found = vectors.find((candidate) => candidate.id === id);
  if (!found) {
    throw new Error(`No vector ${id}`);
  }
  return found;
}
