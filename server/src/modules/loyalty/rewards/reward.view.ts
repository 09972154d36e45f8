import { REWARD_KINDS, REWARD_STATUSES, type RewardKind, type RewardStatus } from '@regulars/shared';
import { Flag, Instant, ListOf, OneOf, OpaqueId, Text, Whole } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { obstacleTo, reasonFor, type Shopper } from '../domain/shelf.js';
import type { Reward } from './reward.entity.js';

export const POINTS_MAX = 1_000_000_000;
export const STOCK_MAX = 1_000_000;

class RewardBase {
  @OpaqueId('reward', { doc: 'The reward' })
  id: string;

  @Text({ max: 40, doc: 'Its name' })
  name: string;

  @OneOf(REWARD_KINDS, {
    name: 'RewardKind',
    doc: 'A gift is handed over in a store, a coupon is shown at the till',
  })
  kind: RewardKind;

  @Text({ max: 500, min: 0, doc: 'Its picture; empty when it has none' })
  pictureUrl: string;

  @Whole({ min: 1, max: POINTS_MAX, doc: 'Points it costs' })
  points: number;

  @Whole({ min: 0, max: STOCK_MAX, doc: 'How many are left' })
  stock: number;

  @Text({ max: 300, min: 0, doc: 'What it is and how to get it' })
  description: string;

  @Whole({ min: 1, max: 1_000, nullable: true, doc: 'How many one member may have; null for no limit' })
  perMemberLimit: number | null;
}

export class RewardView extends RewardBase {
  @Flag({ doc: 'Whether this customer may redeem it now' })
  redeemable: boolean;

  @Text({ max: 40, nullable: true, doc: 'Why not, in a few words' })
  reason: string | null;
}

export class RewardShelfView {
  @ListOf(() => RewardView, { max: 200, doc: 'The cheapest first' })
  items: RewardView[];
}

export class AdminRewardView extends RewardBase {
  @OpaqueId('brand', { doc: 'Whose shelf' })
  brandId: string;

  @Text({ max: 200, nullable: true, doc: 'What the coupon says; null for gifts' })
  couponText: string | null;

  @OneOf(REWARD_STATUSES, { name: 'RewardStatus', doc: 'Whether customers see it' })
  status: RewardStatus;

  @Instant({ nullable: true, doc: 'On the shelf from; null for always' })
  startsAt: string | null;

  @Instant({ nullable: true, doc: 'On the shelf until; null for ever' })
  endsAt: string | null;

  @Whole({ min: 0, max: STOCK_MAX, doc: 'How many members have taken, without those they cancelled' })
  redeemed: number;

  @Instant({ doc: 'When it was made' })
  createdAt: string;
}

export function toRewardView(reward: Reward, shopper: Shopper, now: Date): RewardView {
  const obstacle = obstacleTo(reward, shopper, now);
  return {
    ...toRewardBase(reward),
    redeemable: obstacle === undefined,
    reason: obstacle === undefined ? null : reasonFor(obstacle, reward, shopper),
  };
}

export function toAdminRewardView(reward: Reward, redeemed: number): AdminRewardView {
  return {
    ...toRewardBase(reward),
    brandId: toPublicId('brand', reward.brandId),
    couponText: reward.couponText,
    status: reward.status,
    startsAt: reward.startsAt?.toISOString() ?? null,
    endsAt: reward.endsAt?.toISOString() ?? null,
    redeemed,
    createdAt: reward.createdAt.toISOString(),
  };
}

function toRewardBase(reward: Reward): RewardBase {
  return {
    id: toPublicId('reward', reward.id),
    name: reward.name,
    kind: reward.kind,
    pictureUrl: reward.pictureUrl,
    points: reward.points,
    stock: reward.stock,
    description: reward.description,
    perMemberLimit: reward.perMemberLimit,
  };
}
