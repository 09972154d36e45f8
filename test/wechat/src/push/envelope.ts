import { createCipheriv, randomBytes } from 'node:crypto';
import { toRfc3339 } from '../china-time.js';
import { base62 } from '../ids.js';

export interface Notice {
  readonly id: string;
  readonly about: 'transaction' | 'refund';
  readonly eventType: string;
  readonly summary: string;
  readonly plaintext: object;
  readonly at: number;
}

/** The body of a notification: what happened, encrypted with the merchant's APIv3 key. */
export function sealNotice(notice: Notice, apiV3Key: string): string {
  const nonce = base62(12);
  return JSON.stringify({
    id: notice.id,
    create_time: toRfc3339(notice.at),
    resource_type: 'encrypt-resource',
    event_type: notice.eventType,
    summary: notice.summary,
    resource: {
      original_type: notice.about,
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: encrypt(JSON.stringify(notice.plaintext), {
        apiV3Key,
        nonce,
        associatedData: notice.about,
      }),
      associated_data: notice.about,
      nonce,
    },
  });
}

/** The same notice with one byte of the ciphertext turned over, so that its authentication tag no longer fits. */
export function breakCiphertext(body: string): string {
  return withCiphertext(body, (ciphertext) => {
    const bytes = Buffer.from(ciphertext, 'base64');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    return bytes.toString('base64');
  });
}

/** Random bytes of the same length: a body nobody signed. */
export function replaceCiphertext(body: string): string {
  return withCiphertext(body, (ciphertext) =>
    randomBytes(Buffer.from(ciphertext, 'base64').length).toString('base64'),
  );
}

function withCiphertext(body: string, change: (ciphertext: string) => string): string {
  const envelope = JSON.parse(body) as { resource: { ciphertext: string } };
  const { resource } = envelope;
  return JSON.stringify({ ...envelope, resource: { ...resource, ciphertext: change(resource.ciphertext) } });
}

function encrypt(
  plaintext: string,
  { apiV3Key, nonce, associatedData }: { apiV3Key: string; nonce: string; associatedData: string },
): string {
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from(associatedData));
  return Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
}
