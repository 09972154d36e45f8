import { Refusal } from '../../../platform/http/index.js';
import type { Reward } from './reward.entity.js';

/** What must fit together whatever a form sends. @throws Refusal `validation_failed` */
export function checkReward(reward: Pick<Reward, 'kind' | 'couponText' | 'startsAt' | 'endsAt'>): void {
  const fields = [];
  if (reward.kind === 'coupon' && reward.couponText === null) {
    fields.push({ field: 'couponText', message: '优惠券需要写明用法' });
  }
  if (reward.kind === 'gift' && reward.couponText !== null) {
    fields.push({ field: 'couponText', message: '礼品没有券面文字' });
  }
  if (reward.startsAt && reward.endsAt && reward.startsAt >= reward.endsAt) {
    fields.push({ field: 'endsAt', message: '结束时间应晚于开始时间' });
  }
  if (fields.length > 0) {
    throw new Refusal('validation_failed', { fields });
  }
}
