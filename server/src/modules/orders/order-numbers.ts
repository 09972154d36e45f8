import { READABLE_ALPHABET, randomText } from '../../platform/crypto/index.js';

const DIGITS = '0123456789';
const PICKUP_CODE_LENGTH = 8;

export const PICKUP_CODE = new RegExp(`^[${READABLE_ALPHABET}]{${PICKUP_CODE_LENGTH}}$`);
export const OUT_TRADE_NO = /^\d{26}$/;

/**
 * The merchant's order number at WeChat Pay, which takes 6 to 32 characters: the business day, so that people
 * find their way in bills, and 18 random digits, so that nobody counts our orders.
 */
export function newOutTradeNo(businessDay: string): string {
  return businessDay.replaceAll('-', '') + randomText(18, DIGITS);
}

/** 40 random bits that can be read out at the counter; they only open orders of the clerk's own stores. */
export function newPickupCode(): string {
  return randomText(PICKUP_CODE_LENGTH, READABLE_ALPHABET);
}
