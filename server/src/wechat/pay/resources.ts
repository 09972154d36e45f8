import type { Fields } from '../http/fields.js';

export const TRADE_STATES = [
  'SUCCESS',
  'REFUND',
  'NOTPAY',
  'CLOSED',
  'REVOKED',
  'USERPAYING',
  'PAYERROR',
  'ACCEPT',
] as const;
export type TradeState = (typeof TRADE_STATES)[number];

/** What WeChat knows of one payment, from a notification or a query alike. Unpaid ones lack most of it. */
export interface Transaction {
  readonly appId: string;
  readonly mchId: string;
  readonly outTradeNo: string;
  readonly transactionId: string | null;
  readonly tradeType: string | null;
  readonly tradeState: TradeState;
  readonly totalFen: number | null;
  readonly currency: string | null;
  readonly payerOpenid: string | null;
  readonly attach: string | null;
  readonly paidAt: Date | null;
}

export const REFUND_STATUSES = ['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** What WeChat knows of one refund. */
export interface RefundResult {
  readonly outRefundNo: string;
  readonly refundId: string;
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly status: RefundStatus;
  readonly refundFen: number;
  readonly totalFen: number;
  /** Where the money went, in WeChat's words, such as "支付用户零钱". */
  readonly receivedBy: string | null;
  readonly succeededAt: Date | null;
}

/** @throws Malformed */
export function readTransaction(fields: Fields): Transaction {
  const amount = fields.optionalObject('amount');
  return {
    appId: fields.text('appid'),
    mchId: fields.text('mchid'),
    outTradeNo: fields.text('out_trade_no'),
    transactionId: fields.optionalText('transaction_id'),
    tradeType: fields.optionalText('trade_type'),
    tradeState: fields.oneOf('trade_state', TRADE_STATES),
    totalFen: amount.optionalWhole('total'),
    currency: amount.optionalText('currency'),
    payerOpenid: fields.optionalObject('payer').optionalText('openid'),
    attach: fields.optionalText('attach'),
    paidAt: fields.optionalInstant('success_time'),
  };
}

/** The status is called `status` in answers and `refund_status` in notifications. @throws Malformed */
export function readRefund(fields: Fields, statusField: 'status' | 'refund_status'): RefundResult {
  const amount = fields.object('amount');
  return {
    outRefundNo: fields.text('out_refund_no'),
    refundId: fields.text('refund_id'),
    outTradeNo: fields.text('out_trade_no'),
    transactionId: fields.text('transaction_id'),
    status: fields.oneOf(statusField, REFUND_STATUSES),
    refundFen: amount.whole('refund'),
    totalFen: amount.whole('total'),
    receivedBy: fields.optionalText('user_received_account'),
    succeededAt: fields.optionalInstant('success_time'),
  };
}
