export { DeclaredInputGuard } from './declared-input.guard.js';
export * from './fields.js';
export { Idempotency, type IdempotentRequest } from './idempotency.js';
export {
  PAGE_LIMIT_MAX,
  PageQuery,
  decodeCursor,
  encodeCursor,
  pageOf,
  toPage,
  type Page,
} from './paging.js';
export { CodeParam, IdParam, IdempotencyKey } from './params.js';
export { ProblemFilter, type Problem } from './problem.filter.js';
export { Refusal, notFound, type FieldError } from './refusal.js';
export { validationPipe } from './validation.js';
export { withoutUndefined } from './without-undefined.js';
