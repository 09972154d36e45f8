import { createHash } from 'node:crypto';
import { READABLE_ALPHABET, randomText } from '../../platform/crypto/index.js';

/** 50 random bits that a person can read out. */
export const CODE_LENGTH = 10;
export const CODE_PATTERN = new RegExp(`^[${READABLE_ALPHABET}]{${CODE_LENGTH}}$`);

export function randomCode(): string {
  return randomText(CODE_LENGTH, READABLE_ALPHABET);
}

/** How secrets that are random in themselves are kept: who reads the database can't use them. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
