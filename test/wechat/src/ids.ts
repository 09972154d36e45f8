import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { timeDigits } from './china-time.js';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export function base62(length: number): string {
  return Array.from({ length }, () => BASE62.charAt(randomInt(62))).join('');
}

export function digits(length: number): string {
  return Array.from({ length }, () => randomInt(10)).join('');
}

export function hex(length: number): string {
  return randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length);
}

export const uuid = (): string => randomUUID();

/** 28 characters starting with an o, like a real one. */
export const newOpenid = (): string => `o${base62(27)}`;
export const newUnionid = (): string => `oU${base62(26)}`;
export const newOneTimeCode = (): string => `0${base62(31)}`;
export const newSessionKey = (): string => randomBytes(16).toString('base64');
export const newAccessToken = (): string => `standin_${base62(128)}`;
export const newPrepayId = (now: number): string => `wx${timeDigits(now)}${hex(20)}`;
export const newTransactionId = (now: number): string => `4200${timeDigits(now)}${digits(10)}`;
export const newRefundId = (now: number): string => `5030${timeDigits(now)}${digits(10)}`;
