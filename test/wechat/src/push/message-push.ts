import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { Context } from '../context.js';
import { digits } from '../ids.js';
import { post } from './post.js';

const PATH = '/hooks/wechat/messages';
const TIMEOUT_MS = 5_000;
const BLOCK_BYTES = 32;

/**
 * A message to the mini-program's server, as JSON in the security mode. The real side has the address from its
 * console; here it is the host that shows the pictures.
 */
export async function pushMessage(
  { credentials, world }: Context,
  origin: string,
  message: object,
): Promise<void> {
  const timestamp = String(Math.floor(world.now() / 1000));
  const nonce = digits(10);
  const encrypt = seal(JSON.stringify(message), credentials);
  const sign = (...parts: string[]): string =>
    createHash('sha1')
      .update([credentials.pushToken, timestamp, nonce, ...parts].sort().join(''))
      .digest('hex');
  const query = new URLSearchParams({
    signature: sign(),
    timestamp,
    nonce,
    encrypt_type: 'aes',
    msg_signature: sign(encrypt),
  });
  await post(`${origin}${PATH}?${query.toString()}`, {
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ToUserName: 'gh_regulars', Encrypt: encrypt }),
    timeoutMs: TIMEOUT_MS,
  });
}

function seal(text: string, { pushAesKey, appId }: Context['credentials']): string {
  const key = Buffer.from(`${pushAesKey}=`, 'base64');
  const length = Buffer.alloc(4);
  const body = Buffer.from(text);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([randomBytes(16), length, body, Buffer.from(appId)]);
  const padding = BLOCK_BYTES - (plain.length % BLOCK_BYTES);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])),
    cipher.final(),
  ]).toString('base64');
}
