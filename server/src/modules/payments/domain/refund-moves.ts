import { REFUND_TRANSITIONS, assertNever, type RefundStatus } from '@regulars/shared';

/** Statuses in WeChat's words. */
export type ReportedRefundStatus = 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';

export function refundStatusOf(reported: ReportedRefundStatus): RefundStatus {
  switch (reported) {
    case 'SUCCESS':
      return 'succeeded';
    case 'CLOSED':
      return 'failed';
    case 'PROCESSING':
      return 'processing';
    case 'ABNORMAL':
      return 'abnormal';
    default:
      return assertNever(reported);
  }
}

/** Reports may come twice and out of order: only a move forward counts. */
export function canMoveRefund(from: RefundStatus, to: RefundStatus): boolean {
  return REFUND_TRANSITIONS[from].includes(to);
}

export function isRefundOver(status: RefundStatus): boolean {
  return REFUND_TRANSITIONS[status].length === 0;
}
