import { ApiError, type FieldError } from '@regulars/shared/api';
import { texts } from '../texts';

export function problemText(error: unknown): string {
  return error instanceof ApiError ? error.detail : texts.problem.unexpected;
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'not_found';
}

/** What support asks for, when the server gave one. */
export function requestIdOf(error: unknown): string | undefined {
  const id = error instanceof ApiError ? error.problem.requestId : undefined;
  return typeof id === 'string' ? id : undefined;
}

export function fieldErrorsOf(error: unknown): readonly FieldError[] {
  return error instanceof ApiError ? error.errors : [];
}

export type FieldPath = (string | number)[];

/** The server names a field 'skus.0.priceFen' or 'skus[0].priceFen'; a form wants ['skus', 0, 'priceFen']. */
export function fieldPath(field: string): FieldPath {
  return field
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
