import { OmitType, PartialType } from '@nestjs/swagger';
import { REWARD_KINDS, REWARD_STATUSES, type RewardKind, type RewardStatus } from '@regulars/shared';
import { Instant, OneOf, PageQuery, PublicId, Text, Whole } from '../../../platform/http/index.js';
import type { RewardChange } from './change-reward.js';
import type { NewReward } from './create-reward.js';
import { POINTS_MAX, STOCK_MAX } from './reward.view.js';

/** Our own media, or a picture on https; never a script or a data address. */
const PICTURE_URL = /^(\/media\/[\w./-]+|https:\/\/[\x21-\x7e]+)$/;

export class ShelfQuery {
  @PublicId('brand', { doc: 'Whose shelf' })
  brandId: number;
}

export class AdminRewardsQuery extends PageQuery {
  @PublicId('brand', { doc: 'Whose shelf' })
  brandId: number;
}

export class NewRewardBody {
  @PublicId('brand', { doc: 'Whose shelf' })
  brandId: number;

  @OneOf(REWARD_KINDS, {
    name: 'RewardKind',
    doc: 'A gift is handed over in a store, a coupon is shown at the till',
  })
  kind: RewardKind;

  @Text({ max: 40, doc: 'Its name', example: '手冲咖啡壶' })
  name: string;

  @Text({ max: 300, min: 0, doc: 'What it is and how to get it' })
  description: string;

  @Text({
    max: 500,
    pattern: PICTURE_URL,
    patternMessage: '请填写图片地址',
    optional: true,
    nullable: true,
    doc: 'Its picture',
  })
  pictureUrl?: string | null;

  @Whole({ min: 1, max: POINTS_MAX, doc: 'Points it costs' })
  points: number;

  @Whole({ min: 0, max: STOCK_MAX, doc: 'How many there are' })
  stock: number;

  @Whole({
    min: 1,
    max: 1_000,
    optional: true,
    nullable: true,
    doc: 'How many one member may have; null for no limit',
  })
  perMemberLimit?: number | null;

  @Text({ max: 200, optional: true, nullable: true, doc: 'What the coupon says; for coupons only' })
  couponText?: string | null;

  @OneOf(REWARD_STATUSES, { name: 'RewardStatus', doc: 'Whether customers see it' })
  status: RewardStatus;

  @Instant({ optional: true, nullable: true, doc: 'On the shelf from; null for always' })
  startsAt?: string | null;

  @Instant({ optional: true, nullable: true, doc: 'On the shelf until; null for ever' })
  endsAt?: string | null;
}

export class ChangeRewardBody extends PartialType(OmitType(NewRewardBody, ['brandId', 'kind', 'stock']), {
  skipNullProperties: false,
}) {
  @Whole({
    min: -STOCK_MAX,
    max: STOCK_MAX,
    optional: true,
    doc: 'Added to the stock; below zero takes away',
  })
  stockChange?: number;
}

export function toNewReward(body: NewRewardBody): NewReward {
  return {
    ...body,
    pictureUrl: body.pictureUrl ?? '',
    perMemberLimit: body.perMemberLimit ?? null,
    couponText: body.couponText ?? null,
    startsAt: toDate(body.startsAt) ?? null,
    endsAt: toDate(body.endsAt) ?? null,
  };
}

export function toRewardChange({ pictureUrl, startsAt, endsAt, ...body }: ChangeRewardBody): RewardChange {
  return {
    ...body,
    pictureUrl: pictureUrl === null ? '' : pictureUrl,
    startsAt: toDate(startsAt),
    endsAt: toDate(endsAt),
  };
}

/** Undefined stays undefined: the field wasn't sent. */
function toDate(instant: string | null | undefined): Date | null | undefined {
  return typeof instant === 'string' ? new Date(instant) : instant;
}
