import { BASE58_ALPHABET, randomText } from '../../../platform/crypto/index.js';

const LENGTH = 10;

export const LIVE_CODE = new RegExp(`^[${BASE58_ALPHABET}]{${LENGTH}}$`);

/** 58 random bits: short enough for a small print, too many to try. */
export function newLiveCodeText(): string {
  return randomText(LENGTH, BASE58_ALPHABET);
}
