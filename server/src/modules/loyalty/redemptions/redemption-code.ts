import { READABLE_ALPHABET, randomText } from '../../../platform/crypto/index.js';

const LENGTH = 10;

export const REDEMPTION_CODE = new RegExp(`^[${READABLE_ALPHABET}]{${LENGTH}}$`);

/** 50 random bits that can be read out at the counter. */
export function newRedemptionCode(): string {
  return randomText(LENGTH, READABLE_ALPHABET);
}
