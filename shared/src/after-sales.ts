/** What a customer may ask for after paying. */
export const AFTER_SALE_KINDS = ['cancel', 'refund_only', 'return', 'exchange'] as const;
export type AfterSaleKind = (typeof AFTER_SALE_KINDS)[number];

export const AFTER_SALE_KIND_TEXT: Readonly<Record<AfterSaleKind, string>> = {
  cancel: '取消商品',
  refund_only: '仅退款',
  return: '退货退款',
  exchange: '换货',
};

export const AFTER_SALE_STATUSES = [
  'requested',
  'approved',
  'returning',
  'received',
  'refunding',
  'refunded',
  'exchanged',
  'rejected',
  'withdrawn',
  'lapsed',
] as const;
export type AfterSaleStatus = (typeof AFTER_SALE_STATUSES)[number];

export const AFTER_SALE_STATUS_TEXT: Readonly<Record<AfterSaleStatus, string>> = {
  requested: '等待商家处理',
  approved: '请寄回商品',
  returning: '商品寄回途中',
  received: '商家已收到商品',
  refunding: '退款中',
  refunded: '已退款',
  exchanged: '已换货',
  rejected: '商家未同意',
  withdrawn: '已撤销',
  lapsed: '超时未寄回，已关闭',
};

interface AfterSaleMove {
  readonly from: readonly AfterSaleStatus[];
  readonly to: AfterSaleStatus;
}

/** Everything that can happen to an after-sale. There is no other way from one state to another, and no way back. */
export const AFTER_SALE_MOVES = {
  approve: { from: ['requested'], to: 'approved' },
  /** Nothing has to be sent back: the money sets out at once. */
  approve_refund: { from: ['requested'], to: 'refunding' },
  reject: { from: ['requested'], to: 'rejected' },
  withdraw: { from: ['requested', 'approved'], to: 'withdrawn' },
  send_back: { from: ['approved'], to: 'returning' },
  /** Brought to the store as well as sent. */
  receive: { from: ['approved', 'returning'], to: 'received' },
  /** What came back is not what was agreed on. */
  refuse_goods: { from: ['returning'], to: 'rejected' },
  lapse: { from: ['approved'], to: 'lapsed' },
  refund: { from: ['received'], to: 'refunding' },
  exchange: { from: ['received'], to: 'exchanged' },
  settle: { from: ['refunding'], to: 'refunded' },
} as const satisfies Record<string, AfterSaleMove>;
export type AfterSaleMoveName = keyof typeof AFTER_SALE_MOVES;

export function canAfterSale(name: AfterSaleMoveName, status: AfterSaleStatus): boolean {
  const { from }: AfterSaleMove = AFTER_SALE_MOVES[name];
  return from.includes(status);
}

/** Why. `no_reason` and the last three are what guarantees are about. */
export const AFTER_SALE_REASONS = [
  'no_reason',
  'wrong_order',
  'damaged',
  'wrong_goods',
  'missing_goods',
  'not_as_described',
  'late',
  'price_drop',
  'not_fresh',
  'other',
] as const;
export type AfterSaleReason = (typeof AFTER_SALE_REASONS)[number];

export const AFTER_SALE_REASON_TEXT: Readonly<Record<AfterSaleReason, string>> = {
  no_reason: '不想要了，无理由退货',
  wrong_order: '拍错了、多拍了',
  damaged: '商品破损、有瑕疵',
  wrong_goods: '发错商品',
  missing_goods: '少件、漏发',
  not_as_described: '与描述不符',
  late: '没有按时送达',
  price_drop: '买贵了，申请价保',
  not_fresh: '不新鲜、临期',
  other: '其他原因',
};

export const DISPOSITIONS = ['restock', 'scrap'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export const DISPOSITION_TEXT: Readonly<Record<Disposition, string>> = {
  restock: '完好，放回货架',
  scrap: '不能再卖，报损',
};

export const GUARANTEE_KINDS = [
  'no_reason_return',
  'price_protection',
  'freshness',
  'fast_refund',
  'ship_in_time',
] as const;
export type GuaranteeKind = (typeof GUARANTEE_KINDS)[number];

export const GUARANTEE_KIND_TEXT: Readonly<Record<GuaranteeKind, string>> = {
  no_reason_return: '无理由退货',
  price_protection: '价格保护',
  freshness: '新鲜保证',
  fast_refund: '极速退款',
  ship_in_time: '准时发货',
};

/** How each clock runs, for the console. */
export const GUARANTEE_CLOCK_TEXT: Readonly<Record<GuaranteeKind, string>> = {
  no_reason_return: '顾客申请无理由退货起，到商家同意为止',
  price_protection: '顾客申请价保起，到商家同意为止',
  freshness: '顾客反映不新鲜起，到商家同意为止',
  fast_refund: '同意退款起，到钱退回顾客为止',
  ship_in_time: '付款起，到发货或备好为止',
};

/** `standing`: given and not called upon so far; `void`: the order ended before it mattered. */
export const PROMISE_STATUSES = ['standing', 'running', 'kept', 'broken', 'void'] as const;
export type PromiseStatus = (typeof PROMISE_STATUSES)[number];

export const PROMISE_STATUS_TEXT: Readonly<Record<PromiseStatus, string>> = {
  standing: '保障中',
  running: '履行中',
  kept: '已兑现',
  broken: '未按时兑现',
  void: '不再适用',
};
