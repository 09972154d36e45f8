/** The life of a refund. `failed` gave nothing back and may be asked for anew; `abnormal` waits for a person. */
export const REFUND_STATUSES = ['requested', 'processing', 'succeeded', 'abnormal', 'failed'] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/** Allowed moves. A refund that succeeded or failed never moves again. */
export const REFUND_TRANSITIONS: Readonly<Record<RefundStatus, readonly RefundStatus[]>> = {
  requested: ['processing', 'succeeded', 'abnormal', 'failed'],
  processing: ['succeeded', 'abnormal', 'failed'],
  abnormal: ['succeeded', 'failed'],
  succeeded: [],
  failed: [],
};

export const REFUND_STATUS_TEXT: Readonly<Record<RefundStatus, string>> = {
  requested: '退款已提交',
  processing: '退款处理中',
  succeeded: '已退款',
  abnormal: '退款异常，商家正在处理',
  failed: '退款未成功',
};
