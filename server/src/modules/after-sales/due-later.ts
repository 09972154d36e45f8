import type { AfterSaleStatus } from '@regulars/shared';
import type { NewJob } from '../../platform/jobs/index.js';

/** The due row that looks whether somebody has let the time of a state pass. */
export const AFTER_SALE_DEADLINE = 'after-sales.deadline';
export interface AfterSaleDeadline {
  readonly afterSaleId: number;
  readonly status: AfterSaleStatus;
}

export const CHECK_AFTER_SALE_TEXT = 'after-sales.check-text';
export interface CheckAfterSaleText {
  readonly afterSaleId: number;
  readonly openid: string;
}

export const PROMISE_DUE = 'after-sales.promise-due';
export interface PromiseDue {
  readonly promiseId: number;
}

export function afterSaleDeadline(payload: AfterSaleDeadline, dueAt: Date): NewJob {
  return { kind: AFTER_SALE_DEADLINE, key: `${payload.afterSaleId}:${payload.status}`, dueAt, payload };
}

export function promiseDue(payload: PromiseDue, dueAt: Date): NewJob {
  return { kind: PROMISE_DUE, key: String(payload.promiseId), dueAt, payload };
}
