import { createDecipheriv } from 'node:crypto';

const API_V3_KEY_BYTES = 32;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;

export interface SealedResource {
  readonly nonce: string;
  readonly associatedData: string;
  /** base64 of the encrypted bytes followed by the tag. */
  readonly ciphertext: string;
}

/** Opens what WeChat Pay encrypted for this merchant: the resource of a notification, a platform certificate. */
export class ResourceCipher {
  private readonly key: Buffer;

  constructor(apiV3Key: string) {
    this.key = Buffer.from(apiV3Key);
    if (this.key.length !== API_V3_KEY_BYTES) {
      throw new Error(`An APIv3 key has ${API_V3_KEY_BYTES} bytes`);
    }
  }

  /** @throws when the tag doesn't prove that every byte is WeChat's. */
  open(sealed: SealedResource): string {
    return openAead(this.key, sealed);
  }
}

/** AES-GCM for a key of 16 or 32 bytes. The tag is checked: altered bytes, nonce or data throw. */
export function openAead(key: Buffer, sealed: SealedResource): string {
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  const nonce = Buffer.from(sealed.nonce);
  if (bytes.length < TAG_BYTES || nonce.length !== NONCE_BYTES) {
    throw new Error('Not an encrypted resource');
  }
  const algorithm = key.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm';
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(sealed.associatedData));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(0, -TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}
