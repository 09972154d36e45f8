import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

/** Personal data at rest: AES-256-GCM for the value, a keyed blind index to look it up. */
@Injectable()
export class FieldCipher {
  private readonly valueKey: Buffer;
  private readonly indexKey: Buffer;

  constructor(config: Config) {
    this.valueKey = derive(config.get('dataKey'), 'field value');
    this.indexKey = derive(config.get('dataKey'), 'blind index');
  }

  /** `v1.` + base64url(nonce, ciphertext, tag). Equal texts seal differently. */
  seal(text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.valueKey, nonce);
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${VERSION}.${sealed.toString('base64url')}`;
  }

  /** @throws when the text was not sealed with this key or was altered since. */
  open(sealed: string): string {
    const [version, body] = sealed.split('.', 2);
    const bytes = Buffer.from(body ?? '', 'base64url');
    if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) {
      throw new Error('Not a sealed field');
    }
    const decipher = createDecipheriv('aes-256-gcm', this.valueKey, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  }

  /** 32 hex characters, equal for equal texts of one kind and useless without the key. */
  index(kind: string, text: string): string {
    return createHmac('sha256', this.indexKey).update(`${kind}\0${text}`).digest('hex').slice(0, 32);
  }
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
}
