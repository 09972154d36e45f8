import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';

/** HMAC-SHA256 signatures, each purpose under a key of its own, so that none can stand in for another. */
@Injectable()
export class Signer {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly config: Config) {}

  /** base64url, 43 characters. */
  sign(purpose: string, text: string): string {
    return this.mac(purpose, text).toString('base64url');
  }

  verify(purpose: string, text: string, signature: string): boolean {
    const given = Buffer.from(signature, 'base64url');
    const expected = this.mac(purpose, text);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private mac(purpose: string, text: string): Buffer {
    let key = this.keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.config.get('sessionKey'), '', purpose, 32));
      this.keys.set(purpose, key);
    }
    return createHmac('sha256', key).update(text).digest();
  }
}
