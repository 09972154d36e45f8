import type { Rule } from '../shape.js';
import { refuse } from './control-refusal.js';

/** Reads a body against its shape; a typing error in a test must not silently do nothing. */
export function read<T>(rule: Rule, body: unknown): T {
  const violation = rule(body ?? {}, '');
  if (violation) {
    refuse(400, `${violation.field || 'body'} ${violation.issue}`);
  }
  return (body ?? {}) as T;
}
