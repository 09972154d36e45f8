import { assertNever } from '@regulars/shared';

/** Trade states in WeChat's words; undefined when it never heard of the payment. */
export type ReportedTradeState =
  'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR' | 'ACCEPT' | undefined;

/** Is the money there, may it still come, or can it come no more? */
export function standingOf(state: ReportedTradeState): 'made' | 'waiting' | 'dead' {
  switch (state) {
    case 'SUCCESS':
    case 'REFUND':
      return 'made';
    case 'NOTPAY':
    case 'USERPAYING':
    case 'ACCEPT':
    case undefined:
      return 'waiting';
    case 'CLOSED':
    case 'REVOKED':
    case 'PAYERROR':
      return 'dead';
    default:
      return assertNever(state);
  }
}
