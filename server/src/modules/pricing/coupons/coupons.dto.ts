import { PartialType, PickType } from '@nestjs/swagger';
import {
  COUPON_CHANNELS,
  COUPON_KINDS,
  COUPON_ON_REFUND,
  COUPON_TEMPLATE_STATUSES,
  type CouponChannel,
  type CouponKind,
  type CouponOnRefund,
  type CouponTemplateStatus,
} from '@regulars/shared';
import {
  Fen,
  Flag,
  Instant,
  ListOfIds,
  ListOfText,
  OneOf,
  PageQuery,
  PublicId,
  Text,
  Whole,
} from '../../../platform/http/index.js';
import { COUPON_CODE } from './coupon-issue.js';
import { TRANSFER_TOKEN } from './transfer-coupon.js';

const COUNT_MAX = 100_000_000;
export const SHOWN = ['usable', 'used', 'expired'] as const;

export class BrandCouponsQuery {
  @PublicId('brand', { doc: 'Whose coupons' })
  brandId: number;
}

export class MemberCouponsQuery extends PageQuery {
  @PublicId('brand', { doc: 'Whose coupons' })
  brandId: number;

  @OneOf(SHOWN, { optional: true, name: 'CouponsShown', doc: 'Usable when absent' })
  shown?: (typeof SHOWN)[number];
}

export class AcceptTransferBody {
  @Text({ max: 22, pattern: TRANSFER_TOKEN, patternMessage: '赠券链接不正确', doc: 'From the link' })
  token: string;
}

export class UseCouponBody {
  @Text({ max: 12, pattern: COUPON_CODE, patternMessage: '券码不正确', doc: 'What the customer shows' })
  code: string;

  @PublicId('store', { doc: 'Where it is used' })
  storeId: number;
}

export class StaffCouponQuery {
  @PublicId('store', { doc: 'Where it would be used' })
  storeId: number;
}

export class GiveCouponBody {
  @PublicId('coupon-template', { doc: 'What to give' })
  templateId: number;

  @Text({ max: 64, doc: 'What the staff scanned on the member’s card' })
  memberCode: string;
}

export class AdminCouponsQuery extends PageQuery {
  @PublicId('brand', { doc: 'Whose coupons' })
  brandId: number;
}

export class NewCouponTemplateBody {
  @PublicId('brand', { doc: 'Whose coupons' })
  brandId: number;

  @Text({ max: 20, doc: 'Its name', example: '满 50 减 10' })
  name: string;

  @Text({ max: 200, min: 0, doc: 'What else is to know' })
  description: string;

  @OneOf(COUPON_TEMPLATE_STATUSES, { name: 'CouponTemplateStatus', doc: 'Active ones are given and claimed' })
  status: CouponTemplateStatus;

  @OneOf(COUPON_KINDS, { name: 'CouponKind', doc: 'Money, a share of the price, or a piece of the goods' })
  kind: CouponKind;

  @Fen({ min: 1, optional: true, nullable: true, doc: 'Of an amount: what it takes off' })
  offFen?: number | null;

  @Whole({
    min: 0,
    max: 9_999,
    optional: true,
    nullable: true,
    doc: 'Of a share: what is still paid, 8000 are 80 %',
  })
  rateBp?: number | null;

  @Fen({ min: 1, optional: true, nullable: true, doc: 'Of a share: what it takes off at most' })
  capFen?: number | null;

  @Fen({ doc: 'Goods in its scope must cost this much' })
  fromFen: number;

  @ListOfIds('product', { max: 200, optional: true, doc: 'For these products; with none, for all' })
  productIds?: number[];

  @ListOfIds('category', { max: 100, optional: true, doc: 'For these categories' })
  categoryIds?: number[];

  @ListOfText({ min: 1, max: 2, length: 10, values: COUPON_CHANNELS, doc: 'Where it may be used' })
  channels: CouponChannel[];

  @ListOfIds('store', { max: 500, optional: true, doc: 'In these stores; with none, in all' })
  storeIds?: number[];

  @Whole({ min: 0, max: 99, optional: true, nullable: true, doc: 'The lowest tier that may have and use it' })
  tierLevelFrom?: number | null;

  @Flag({ doc: 'Whether it goes with goods that a promotion made cheaper' })
  withPromotions: boolean;

  @Instant({ optional: true, nullable: true, doc: 'Valid from; null: from when it is given' })
  validFrom?: string | null;

  @Instant({ optional: true, nullable: true, doc: 'Valid until' })
  validTo?: string | null;

  @Whole({
    min: 1,
    max: 3650,
    optional: true,
    nullable: true,
    doc: 'Instead of an end: days from when it is given',
  })
  validDays?: number | null;

  @Whole({ min: 1, max: COUNT_MAX, optional: true, nullable: true, doc: 'Coupons of it at most' })
  quota?: number | null;

  @Whole({ min: 1, max: 1_000, optional: true, nullable: true, doc: 'That one member may claim' })
  perPerson?: number | null;

  @Flag({ doc: 'Whether the coupon centre offers it' })
  claimable: boolean;

  @Instant({ optional: true, nullable: true, doc: 'Offered from' })
  claimFrom?: string | null;

  @Instant({ optional: true, nullable: true, doc: 'Offered until' })
  claimTo?: string | null;

  @Flag({ doc: 'Whether members may pass it on' })
  transferable: boolean;

  @Whole({
    min: 1,
    max: 1_000,
    optional: true,
    nullable: true,
    doc: 'That one of the staff may give in a day; null: they give none',
  })
  staffDaily?: number | null;

  @OneOf(COUPON_ON_REFUND, {
    name: 'CouponOnRefund',
    doc: 'What becomes of it when its order is refunded whole',
  })
  onRefund: CouponOnRefund;
}

/** What coupons that are out already promise stays; how they are given may change at any time. */
export class ChangeCouponTemplateBody extends PartialType(
  PickType(NewCouponTemplateBody, [
    'name',
    'description',
    'status',
    'quota',
    'claimable',
    'claimFrom',
    'claimTo',
    'transferable',
    'staffDaily',
    'onRefund',
  ]),
  { skipNullProperties: false },
) {}

export class NewDropBody {
  @PublicId('coupon-template', { doc: 'What there is' })
  templateId: number;

  @Text({ max: 20, doc: 'Its name', example: '中午十张券' })
  name: string;

  @Instant({ doc: 'From when' })
  startsAt: string;

  @Instant({ doc: 'Until when' })
  endsAt: string;

  @Whole({ min: 1, max: 10_000, doc: 'Coupons for each group' })
  perGroup: number;

  @ListOfText({ min: 1, max: 200, length: 20, doc: 'Names of the groups; each gets its own link' })
  groups: string[];
}

export class NewBatchBody {
  @PublicId('coupon-template', { doc: 'What to give' })
  templateId: number;

  @Instant({ optional: true, nullable: true, doc: 'To members who joined since; to all when absent' })
  joinedFrom?: string | null;
}
