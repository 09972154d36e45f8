import { Fields, Malformed } from '../http/fields.js';

/**
 * How a call to WeChat Pay ended. `unknown` means that it may or may not have had its effect: ask again with
 * the same numbers, or query, but never take it for done or for refused.
 */
export type PayAnswer<T> = { readonly outcome: 'ok'; readonly value: T } | PayRefusal | PayUnknown;

export interface PayRefusal {
  readonly outcome: 'refused';
  readonly status: number;
  /** WeChat's code without its underscores, which come and go: `ORDERPAID`, `ORDERNOTEXIST`. */
  readonly code: string;
  readonly message: string;
}

export interface PayUnknown {
  readonly outcome: 'unknown';
  readonly reason: 'timeout' | 'network' | 'server_error' | 'too_frequent' | 'unverified' | 'malformed';
}

/** Codes that say "not now", whatever HTTP status they come with. */
const BUSY_CODES = new Set(['SYSTEMERROR', 'BANKERROR']);
const FREQUENCY_CODES = new Set(['FREQUENCYLIMITED', 'FREQUENCYLIMIT', 'RATELIMITED', 'RATELIMITEXCEEDED']);

/** Reads an answer that is not 2xx. */
export function readFailure(status: number, body: string): PayRefusal | PayUnknown {
  const { code, message } = codeAndMessage(body);
  if (status === 429 || FREQUENCY_CODES.has(code)) {
    return { outcome: 'unknown', reason: 'too_frequent' };
  }
  if (status >= 500 || BUSY_CODES.has(code)) {
    return { outcome: 'unknown', reason: 'server_error' };
  }
  // Without a code it isn't WeChat Pay that refuses but something on the way.
  if (status < 400 || code === '') {
    return { outcome: 'unknown', reason: 'malformed' };
  }
  return { outcome: 'refused', status, code, message };
}

/** Reads the body of a verified 2xx answer. */
export function readSuccess<T>(body: string, read: (fields: Fields) => T): PayAnswer<T> {
  try {
    return { outcome: 'ok', value: read(Fields.parse(body)) };
  } catch (error) {
    if (error instanceof Malformed) {
      return { outcome: 'unknown', reason: 'malformed' };
    }
    throw error;
  }
}

export function normalisedCode(code: string): string {
  return code.replaceAll('_', '').toUpperCase();
}

/** May the same call, with the same numbers, be tried again right away? */
export function isWorthRepeating(answer: PayAnswer<unknown>): boolean {
  return (
    answer.outcome === 'unknown' &&
    ['timeout', 'network', 'server_error', 'too_frequent'].includes(answer.reason)
  );
}

function codeAndMessage(body: string): { code: string; message: string } {
  try {
    const fields = Fields.parse(body);
    return {
      code: normalisedCode(fields.optionalText('code') ?? ''),
      message: fields.optionalText('message') ?? '',
    };
  } catch {
    return { code: '', message: '' };
  }
}
