import { REDEMPTION_STATUSES, REWARD_KINDS, type RedemptionStatus, type RewardKind } from '@regulars/shared';
import { Instant, Nested, OneOf, OpaqueId, Text, Whole } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { StoreRefView, toStoreRefView, type Store } from '../../org/index.js';
import { POINTS_MAX } from '../rewards/reward.view.js';
import type { Redemption } from './redemption.entity.js';

export class RedeemedRewardView {
  @OpaqueId('reward', { doc: 'The reward' })
  id: string;

  @Text({ max: 40, doc: 'Its name when it was redeemed' })
  name: string;

  @OneOf(REWARD_KINDS, {
    name: 'RewardKind',
    doc: 'A gift is handed over in a store, a coupon is shown at the till',
  })
  kind: RewardKind;

  @Text({ max: 500, min: 0, doc: 'Its picture; empty when it has none' })
  pictureUrl: string;
}

export class RedemptionView {
  @OpaqueId('redemption', { doc: 'The redemption' })
  id: string;

  @Nested(() => RedeemedRewardView, { doc: 'What was redeemed' })
  reward: RedeemedRewardView;

  @Whole({ min: 1, max: POINTS_MAX, doc: 'Points it cost' })
  points: number;

  @OneOf(REDEMPTION_STATUSES, { name: 'RedemptionStatus', doc: 'Where it stands' })
  status: RedemptionStatus;

  @Text({ max: 10, doc: 'Shown to the staff, who scan or type it' })
  code: string;

  @Text({ max: 200, nullable: true, doc: 'What the coupon says; null for gifts' })
  couponText: string | null;

  @Nested(() => StoreRefView, { nullable: true, doc: 'Where it waits; null: any store of the brand' })
  store: StoreRefView | null;

  @Instant({ doc: 'When it was redeemed' })
  at: string;

  @Instant({ nullable: true, doc: 'When it was handed over' })
  collectedAt: string | null;
}

/** For the counter: whose it is. */
export class StaffRedemptionView extends RedemptionView {
  @Text({ max: 20, nullable: true, doc: 'What the member likes to be called' })
  memberName: string | null;
}

export function toRedemptionView(redemption: Redemption, store: Store | undefined): RedemptionView {
  return {
    id: toPublicId('redemption', redemption.id),
    reward: {
      id: toPublicId('reward', redemption.rewardId),
      name: redemption.rewardName,
      kind: redemption.rewardKind,
      pictureUrl: redemption.pictureUrl,
    },
    points: redemption.points,
    status: redemption.status,
    code: redemption.code,
    couponText: redemption.couponText,
    store: store ? toStoreRefView(store) : null,
    at: redemption.at.toISOString(),
    collectedAt: redemption.collectedAt?.toISOString() ?? null,
  };
}
