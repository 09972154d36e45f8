import type { RewardKind, RewardStatus } from '@regulars/shared';
import { changedFields } from '../../api/changed-fields';
import type { NewReward, Reward, RewardInput } from '../../api/types';
import { wholeOf } from '../../ui/rules';

/** A reward as it is typed. */
export interface RewardDraft {
  name: string;
  kind: RewardKind;
  description: string;
  pictures: string[];
  points: string;
  /** All there are of a new reward; what comes or goes of one that exists. */
  stock: string;
  perMemberLimit: string;
  couponText: string;
  status: RewardStatus;
}

export const NEW_REWARD: RewardDraft = {
  name: '',
  kind: 'gift',
  description: '',
  pictures: [],
  points: '',
  stock: '',
  perMemberLimit: '',
  couponText: '',
  status: 'off_shelf',
};

export function draftOfReward(reward: Reward): RewardDraft {
  const { name, kind, description, status } = reward;
  return {
    ...{ name, kind, description, status },
    pictures: reward.pictureUrl === '' ? [] : [reward.pictureUrl],
    points: String(reward.points),
    stock: '',
    perMemberLimit: reward.perMemberLimit === null ? '' : String(reward.perMemberLimit),
    couponText: reward.couponText ?? '',
  };
}

export function newReward(draft: RewardDraft): NewReward {
  return { ...contentOf(draft), kind: draft.kind, stock: checkedWhole(draft.stock) };
}

/** The stock moves by what changed: meanwhile members may have redeemed. */
export function rewardChange(reward: Reward, draft: RewardDraft): RewardInput {
  const stockChange = draft.stock.trim() === '' ? 0 : checkedWhole(draft.stock);
  const content = changedFields(contentOf(draftOfReward(reward)), contentOf(draft));
  return { ...content, ...(stockChange === 0 ? {} : { stockChange }) };
}

function contentOf(draft: RewardDraft) {
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    pictureUrl: draft.pictures[0] ?? null,
    points: checkedWhole(draft.points),
    perMemberLimit: draft.perMemberLimit.trim() === '' ? null : checkedWhole(draft.perMemberLimit),
    couponText: draft.kind === 'coupon' ? draft.couponText.trim() : null,
    status: draft.status,
  };
}

function checkedWhole(text: string): number {
  const value = wholeOf(text);
  if (value === undefined) {
    throw new RangeError(`Not a whole number: ${text}`);
  }
  return value;
}
