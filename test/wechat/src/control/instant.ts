import type { Rule } from '../shape.js';

/** A time as ISO 8601 text or as milliseconds since 1970. */
export const instant: Rule = (value, field) =>
  Number.isFinite(toInstant(value))
    ? undefined
    : { field, value, kind: 'invalid', issue: 'must be an ISO 8601 time or milliseconds since 1970' };

export function toInstant(value: unknown): number {
  return typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
}
