export const PROMOTION_KINDS = ['time-price', 'spend-and-save', 'tier-price'] as const;
export type PromotionKind = (typeof PROMOTION_KINDS)[number];

export const PROMOTION_KIND_TEXT: Readonly<Record<PromotionKind, string>> = {
  'time-price': '限时价',
  'spend-and-save': '满减',
  'tier-price': '等级价',
};

export const PROMOTION_STATUSES = ['draft', 'active', 'stopped'] as const;
export type PromotionStatus = (typeof PROMOTION_STATUSES)[number];

export const PROMOTION_STATUS_TEXT: Readonly<Record<PromotionStatus, string>> = {
  draft: '草稿',
  active: '启用',
  stopped: '已停止',
};

export const COUPON_KINDS = ['amount', 'percent', 'exchange'] as const;
export type CouponKind = (typeof COUPON_KINDS)[number];

export const COUPON_KIND_TEXT: Readonly<Record<CouponKind, string>> = {
  amount: '满减券',
  percent: '折扣券',
  exchange: '兑换券',
};

/** Where a coupon may be used. */
export const COUPON_CHANNELS = ['miniapp', 'store'] as const;
export type CouponChannel = (typeof COUPON_CHANNELS)[number];

export const COUPON_CHANNEL_TEXT: Readonly<Record<CouponChannel, string>> = {
  miniapp: '小程序下单',
  store: '到店出示',
};

export const COUPON_STATES = ['available', 'locked', 'used', 'expired', 'void'] as const;
export type CouponState = (typeof COUPON_STATES)[number];

export const COUPON_STATE_TEXT: Readonly<Record<CouponState, string>> = {
  available: '可使用',
  locked: '订单占用中',
  used: '已使用',
  expired: '已过期',
  void: '已作废',
};

/** How a member came to a coupon. */
export const COUPON_SOURCES = ['claim', 'drop', 'staff', 'rule', 'bulk'] as const;
export type CouponSource = (typeof COUPON_SOURCES)[number];

export const COUPON_SOURCE_TEXT: Readonly<Record<CouponSource, string>> = {
  claim: '自己领取',
  drop: '群内领取',
  staff: '店员赠送',
  rule: '活动发放',
  bulk: '品牌发放',
};

export const COUPON_TEMPLATE_STATUSES = ['draft', 'active', 'stopped'] as const;
export type CouponTemplateStatus = (typeof COUPON_TEMPLATE_STATUSES)[number];

/** What becomes of a coupon when the order that used it is refunded whole. */
export const COUPON_ON_REFUND = ['return', 'keep'] as const;
export type CouponOnRefund = (typeof COUPON_ON_REFUND)[number];

export const COUPON_BATCH_STATES = ['running', 'done', 'stopped'] as const;
export type CouponBatchState = (typeof COUPON_BATCH_STATES)[number];
