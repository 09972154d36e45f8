/** Why points or growth move. The statement's icon and the ledger's causes are one list. */
export const LEDGER_CAUSES = [
  'order.paid',
  'order.refunded',
  'check-in.made',
  'redemption.made',
  'redemption.cancelled',
  'lots.expired',
] as const;
export type LedgerCause = (typeof LEDGER_CAUSES)[number];

export const LEDGER_CAUSE_TEXT: Readonly<Record<LedgerCause, string>> = {
  'order.paid': '消费获得',
  'order.refunded': '退款收回',
  'check-in.made': '到店签到',
  'redemption.made': '兑换使用',
  'redemption.cancelled': '取消兑换退回',
  'lots.expired': '到期失效',
};

export const REWARD_KINDS = ['gift', 'coupon'] as const;
export type RewardKind = (typeof REWARD_KINDS)[number];

export const REWARD_KIND_TEXT: Readonly<Record<RewardKind, string>> = { gift: '礼品', coupon: '优惠券' };

export const REWARD_STATUSES = ['on_shelf', 'off_shelf'] as const;
export type RewardStatus = (typeof REWARD_STATUSES)[number];

export const REWARD_STATUS_TEXT: Readonly<Record<RewardStatus, string>> = {
  on_shelf: '上架中',
  off_shelf: '已下架',
};

export const REDEMPTION_STATUSES = ['ready', 'collected', 'cancelled'] as const;
export type RedemptionStatus = (typeof REDEMPTION_STATUSES)[number];

export const REDEMPTION_STATUS_TEXT: Readonly<Record<RedemptionStatus, string>> = {
  ready: '待领取',
  collected: '已领取',
  cancelled: '已取消',
};

/** Points as people read them: 12800 → "12,800". */
export function formatPoints(points: number): string {
  // Written out: the number formatting of old mini-program runtimes isn't the same everywhere.
  return String(points).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A change as a statement shows it: 20 → "+20", -1280 → "-1,280". */
export function formatPointsChange(points: number): string {
  return points > 0 ? `+${formatPoints(points)}` : formatPoints(points);
}
