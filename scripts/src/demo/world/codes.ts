import { BASE58_ALPHABET, READABLE_ALPHABET } from '@regulars/server/platform/crypto/random-text';
import { cardNumberOf, CARD_NUMBERS } from '@regulars/server/modules/members/domain/card-number';
import { Random, shuffled, spelled } from '../random.js';

/** Everything that looks drawn at random but is unique and the same on every machine. */

const base62 = `${BASE58_ALPHABET}0OIl`;

/** Codes that hang in shops: drawn from the shop's own name, so that they stay the same whatever else changes. */
export const namedCode = (name: string, alphabet: string, length: number): string => {
  const random = new Random(`code:${name}`);
  return Array.from({ length }, () => random.pick([...alphabet])).join('');
};

export const storeCode = (name: string): string => namedCode(`store:${name}`, READABLE_ALPHABET, 10);
export const liveCode = (name: string): string => namedCode(`live:${name}`, BASE58_ALPHABET, 10);

const PICKUP_CODES = READABLE_ALPHABET.length ** 8;
export const pickupCode = (orderId: number): string =>
  spelled(shuffled(orderId, PICKUP_CODES, 'pickup'), 8, READABLE_ALPHABET);

const REDEMPTION_CODES = READABLE_ALPHABET.length ** 10;
export const redemptionCode = (redemptionId: number): string =>
  spelled(shuffled(redemptionId, REDEMPTION_CODES, 'redemption'), 10, READABLE_ALPHABET);

export const cardNumber = (membershipId: number): string =>
  cardNumberOf(shuffled(membershipId, CARD_NUMBERS, 'card'));

/** As long as WeChat's; every demo openid begins alike, so that nobody takes one for a real person's. */
export const openid = (identityId: number): string =>
  `oRegulars${spelled(shuffled(identityId, 62 ** 8, 'openid'), 8, base62)}${namedCode(`openid:${identityId}`, base62, 11)}`;

const PHONES = 10 ** 8;
/** 142 is a prefix that no operator gives to people. The first hundred numbers are kept for the people by name. */
export const phoneNumber = (memberId: number): string =>
  `142${String(100 + shuffled(memberId, PHONES - 100, 'phone')).padStart(8, '0')}`;

const EIGHTEEN = 10 ** 15;
/** Day and digits, as the server's own order numbers; the first three digits are zeros. */
export const outTradeNo = (businessDay: string, orderId: number): string =>
  `${businessDay.replaceAll('-', '')}000${String(shuffled(orderId, EIGHTEEN, 'trade')).padStart(15, '0')}`;

/** 28 digits, as WeChat's. */
export const transactionId = (businessDay: string, orderId: number): string =>
  `42000000${businessDay.replaceAll('-', '')}${String(shuffled(orderId, 10 ** 12, 'transaction')).padStart(12, '0')}`;

export const prepayId = (orderId: number): string =>
  `wxdemo${spelled(shuffled(orderId, 36 ** 9, 'prepay'), 30, '0123456789abcdefghijklmnopqrstuvwxyz')}`;

export const outRefundNo = (businessDay: string, refundId: number): string =>
  `R${businessDay.replaceAll('-', '')}${spelled(shuffled(refundId, 16 ** 12, 'refund'), 16, '0123456789ABCDEF')}`;

export const wechatRefundId = (businessDay: string, refundId: number): string =>
  `50000000${businessDay.replaceAll('-', '')}${String(shuffled(refundId, 10 ** 12, 'wechat-refund')).padStart(12, '0')}`;

export const trackingNumber = (orderId: number): string =>
  `DEMO${String(shuffled(orderId, 10 ** 10, 'tracking')).padStart(10, '0')}`;
