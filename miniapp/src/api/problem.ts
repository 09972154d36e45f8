import { type ErrorCode } from '@regulars/shared';
import { ApiError } from '@regulars/shared/api';
import { ConnectionError } from '@/platform/request';

/** The sentence a person should read about any failure. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiError || error instanceof ConnectionError) {
    return error.message;
  }
  return '出了点小问题，请稍后再试。';
}

export function hasCode(error: unknown, code: ErrorCode): error is ApiError {
  return error instanceof ApiError && error.code === code;
}

/** Whether the server has decided: then the same request would be refused again. */
export function isDecided(error: unknown): boolean {
  return error instanceof ApiError && error.status < 500 && error.status !== 429;
}

export function isOffline(error: unknown): boolean {
  return error instanceof ConnectionError;
}
