import { ERRORS, isErrorCode } from '@regulars/shared';
import type { Answer } from '../harness.js';

const REQUIRED = ['type', 'title', 'status', 'code', 'detail', 'requestId'];
const OPTIONAL = ['errors', 'data'];

/** Why an answer is not a clean refusal; undefined when it is one. */
export function notARefusal({ status, headers, body }: Answer<unknown>): string | undefined {
  const problem = body as Record<string, unknown>;
  const said = `${status} ${JSON.stringify(body).slice(0, 300)}`;
  if (status < 400 || status > 499) {
    return `not refused: ${said}`;
  }
  if (!(headers.get('content-type') ?? '').startsWith('application/problem+json')) {
    return `no problem document: ${said}`;
  }
  if (!isErrorCode(problem.code) || ERRORS[problem.code].status !== status || problem.status !== status) {
    return `code and status don't belong together: ${said}`;
  }
  const missing = REQUIRED.filter((name) => problem[name] === undefined || problem[name] === '');
  const strange = Object.keys(problem).filter((name) => ![...REQUIRED, ...OPTIONAL].includes(name));
  return missing.length + strange.length > 0 ? `not the form of a problem: ${said}` : undefined;
}
