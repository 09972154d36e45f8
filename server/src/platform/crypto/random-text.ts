import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another, for codes that are read out or typed. */
export const READABLE_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** What fits most into few characters without looking alike, for codes that are only printed. */
export const BASE58_ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Every character drawn evenly and not to be guessed. */
export function randomText(length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
