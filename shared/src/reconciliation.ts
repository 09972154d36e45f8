/** How our books and WeChat's bills can differ. */
export const DIFFERENCE_KINDS = [
  'lost_payment',
  'unknown_payment',
  'second_payment',
  'payment_amount',
  'payment_missing',
  'lost_refund',
  'unknown_refund',
  'refund_amount',
  'refund_missing',
  'flow_missing',
  'flow_unknown',
  'flow_amount',
  'points',
  'coupon',
  'discount',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export const DIFFERENCE_KIND_TEXT: Readonly<Record<DifferenceKind, string>> = {
  lost_payment: '漏记付款',
  unknown_payment: '来历不明的收款',
  second_payment: '重复付款',
  payment_amount: '收款金额不一致',
  payment_missing: '账单里没有这笔收款',
  lost_refund: '漏记退款',
  unknown_refund: '系统外的退款',
  refund_amount: '退款金额不一致',
  refund_missing: '账单里没有这笔退款',
  flow_missing: '资金流水缺失',
  flow_unknown: '资金流水多出',
  flow_amount: '资金流水金额不一致',
  points: '积分不一致',
  coupon: '优惠券不一致',
  discount: '优惠金额不一致',
};

/** open: to be explained; mended: both sides agree again; accepted: a person has explained it and signed for it. */
export const DIFFERENCE_STATES = ['open', 'mended', 'accepted'] as const;
export type DifferenceState = (typeof DIFFERENCE_STATES)[number];

export const DIFFERENCE_STATE_TEXT: Readonly<Record<DifferenceState, string>> = {
  open: '待处理',
  mended: '已补记',
  accepted: '已说明',
};

/** none: nobody has asked for the bill; waiting: the bill isn't here yet; open: differences to explain; clear: none left; signed: closed by a person. */
export const CLOSING_STATES = ['none', 'waiting', 'open', 'clear', 'signed'] as const;
export type ClosingState = (typeof CLOSING_STATES)[number];

export const CLOSING_STATE_TEXT: Readonly<Record<ClosingState, string>> = {
  none: '未对账',
  waiting: '等账单',
  open: '有差异',
  clear: '已对平',
  signed: '已关账',
};

/** What can be exported of a period. */
export const EXPORT_KINDS = ['orders', 'payments', 'refunds', 'fees', 'discounts'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export const EXPORT_KIND_TEXT: Readonly<Record<ExportKind, string>> = {
  orders: '订单',
  payments: '收款',
  refunds: '退款',
  fees: '手续费',
  discounts: '优惠明细',
};

/** Days that one export may span. */
export const EXPORT_DAYS_MAX = 366;
