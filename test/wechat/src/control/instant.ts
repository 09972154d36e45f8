import type { Rule } from '../shape.js';

/** What has a year of four digits, as every format of WeChat's needs. */
const FIRST = Date.UTC(1970, 0, 1);
const LAST = Date.UTC(9999, 11, 31);

/** A time as ISO 8601 text or as milliseconds since 1970. */
export const instant: Rule = (value, field) => {
  const time = toInstant(value);
  return time >= FIRST && time <= LAST
    ? undefined
    : { field, value, kind: 'invalid', issue: 'must be an ISO 8601 time or milliseconds since 1970' };
};

export function toInstant(value: unknown): number {
  return typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
}
