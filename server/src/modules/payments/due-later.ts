import type { NewJob } from '../../platform/jobs/index.js';

/** What payments leave for later: names, payloads and keys of their due rows. At most one of each per subject. */
export const QUERY_PAYMENT = 'payments.query-payment';
export const SEND_REFUND = 'payments.send-refund';
export const QUERY_REFUND = 'payments.query-refund';
export const REPLAY_CALLBACK = 'payments.replay-callback';

export interface QueryPaymentPayload {
  readonly outTradeNo: string;
  /** Questions asked so far. */
  readonly asked: number;
}

export interface SendRefundPayload {
  readonly refundId: number;
}

export interface QueryRefundPayload {
  readonly refundId: number;
  /** Questions asked so far. */
  readonly asked: number;
}

export interface ReplayCallbackPayload {
  readonly callbackId: number;
}

export function queryPayment(payload: QueryPaymentPayload, dueAt: Date): NewJob {
  return { kind: QUERY_PAYMENT, key: payload.outTradeNo, dueAt, payload };
}

export function sendRefund(payload: SendRefundPayload): NewJob {
  return { kind: SEND_REFUND, key: String(payload.refundId), payload };
}

export function queryRefund(payload: QueryRefundPayload, dueAt: Date): NewJob {
  return { kind: QUERY_REFUND, key: String(payload.refundId), dueAt, payload };
}

export function replayCallback(payload: ReplayCallbackPayload): NewJob {
  return { kind: REPLAY_CALLBACK, key: String(payload.callbackId), payload };
}
