import { generateKeyPairSync } from 'node:crypto';
import { Formatter, Rsa, Wechatpay } from 'wechatpay-axios-plugin';
import { makeCredentials, type Credentials, type StandIn } from '../../src/index.js';

/** Keys take their time to make; the tests of one file share them. */
export const credentials = makeCredentials();

export interface SignedCall {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** What is signed instead of what is sent. */
  readonly signed?: Partial<{ method: string; path: string; body: string }>;
  readonly mchid?: string;
  readonly serial?: string;
  readonly timestamp?: number;
  /** Signs with another merchant's key. */
  readonly byStranger?: boolean;
  readonly headers?: Record<string, string>;
}

/** The peer: a client by another author, which signs its requests and refuses badly signed answers. */
export function peerOf(standIn: StandIn, own: Credentials = credentials): Wechatpay {
  return new Wechatpay({
    mchid: own.mchId,
    serial: own.mchSerial,
    privateKey: own.mchKey,
    certs: { [own.payPublicKeyId]: own.payPublicKey },
    baseURL: `${standIn.url}/`,
  });
}

/** A call signed with the peer's tools, but wrong in any way a test wants it. */
export async function call(standIn: StandIn, wanted: SignedCall): Promise<Response> {
  const { method = wanted.body === undefined ? 'GET' : 'POST', path, body } = wanted;
  const timestamp = wanted.timestamp ?? Math.floor(Date.now() / 1000);
  const nonce = Formatter.nonce();
  const message = Formatter.request(
    wanted.signed?.method ?? method,
    wanted.signed?.path ?? path,
    timestamp,
    nonce,
    wanted.signed?.body ?? body ?? '',
  );
  const key = wanted.byStranger
    ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    : Rsa.from(credentials.mchKey, 'private');
  const signature = Rsa.sign(message, key);
  return fetch(standIn.url + path, {
    method,
    body,
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'User-Agent': 'regulars-test',
      Authorization: Formatter.authorization(
        wanted.mchid ?? credentials.mchId,
        nonce,
        signature,
        timestamp,
        wanted.serial ?? credentials.mchSerial,
      ),
      ...wanted.headers,
    },
  });
}

/** Whether the answer, error or not, was signed by WeChat Pay. */
export function answerIsGenuine(response: Response, body: string): boolean {
  const header = (name: string): string => response.headers.get(`wechatpay-${name}`) ?? '';
  return (
    header('serial') === credentials.payPublicKeyId &&
    Rsa.verify(
      Formatter.response(header('timestamp'), header('nonce'), body),
      header('signature'),
      Rsa.from(credentials.payPublicKey, 'public'),
    )
  );
}
