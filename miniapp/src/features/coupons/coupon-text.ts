import { COUPON_CHANNEL_TEXT, formatFen } from '@regulars/shared';
import type { CouponTerms } from '@/api/views';
import { day } from '@/text/time';

/** What stands large on the coupon. */
export function worthText({ kind, offFen, rateBp }: CouponTerms): string {
  switch (kind) {
    case 'amount':
      return formatFen(offFen ?? 0);
    case 'percent':
      return `${Number(((rateBp ?? 10_000) / 1000).toFixed(2))} 折`;
    case 'exchange':
      return '兑换';
  }
}

/** From when it counts. */
export function thresholdText({ fromFen, capFen }: CouponTerms): string {
  const from = fromFen === 0 ? '无门槛' : `满 ${formatFen(fromFen)} 可用`;
  return capFen === null ? from : `${from}，最多减 ${formatFen(capFen)}`;
}

/** Where and for what. */
export function scopeText({ goods, channels, someStores, withPromotions }: CouponTerms): string {
  const [only, ...others] = channels;
  return [
    goods,
    ...(only !== undefined && others.length === 0 ? [`仅限${COUPON_CHANNEL_TEXT[only]}`] : []),
    ...(someStores ? ['部分门店可用'] : []),
    ...(withPromotions ? [] : ['不与活动同享']),
  ].join(' · ');
}

export function validText(validFrom: string, validTo: string, now: number = Date.now()): string {
  return Date.parse(validFrom) > now
    ? `${day(validFrom)} 起可用，${day(validTo)} 截止`
    : `${day(validTo)} 前可用`;
}
