import {
  COUPON_CHANNELS,
  COUPON_KINDS,
  COUPON_SOURCES,
  COUPON_STATES,
  type CouponChannel,
  type CouponKind,
  type CouponSource,
  type CouponState,
} from '@regulars/shared';
import {
  Fen,
  Flag,
  Instant,
  ListOf,
  ListOfText,
  Nested,
  OneOf,
  OpaqueId,
  Text,
  Whole,
  pageOf,
} from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { CouponTemplate } from './coupon-template.entity.js';
import type { OwnedCoupon } from './coupon-wallet.js';

const COUNT_MAX = 100_000_000;

/** What a coupon is worth and where, as customers and staff read it. */
export class CouponTermsView {
  @Text({ max: 20, doc: 'Its name' })
  name: string;

  @Text({ max: 200, min: 0, doc: 'What else is to know' })
  description: string;

  @OneOf(COUPON_KINDS, { name: 'CouponKind', doc: 'Money, a share of the price, or a piece of the goods' })
  kind: CouponKind;

  @Fen({ nullable: true, doc: 'Of an amount: what it takes off' })
  offFen: number | null;

  @Whole({ min: 0, max: 10_000, nullable: true, doc: 'Of a share: what is still paid, 8000 are 80 %' })
  rateBp: number | null;

  @Fen({ nullable: true, doc: 'Of a share: what it takes off at most' })
  capFen: number | null;

  @Fen({ doc: 'Goods in its scope must cost this much' })
  fromFen: number;

  @ListOfText({ max: 2, length: 10, values: COUPON_CHANNELS, doc: 'Where it may be used' })
  channels: CouponChannel[];

  @Text({ max: 20, doc: 'Which goods, in words' })
  goods: string;

  @Flag({ doc: 'Whether only some stores take it' })
  someStores: boolean;

  @Whole({ min: 0, max: 99, nullable: true, doc: 'The lowest tier that may use it' })
  tierLevelFrom: number | null;

  @Flag({ doc: 'Whether it goes with goods that a promotion made cheaper' })
  withPromotions: boolean;
}

export class CouponView {
  @OpaqueId('coupon', { doc: 'The coupon' })
  id: string;

  @Nested(() => CouponTermsView, { doc: 'What it is worth' })
  terms: CouponTermsView;

  @OneOf(COUPON_STATES, { name: 'CouponState', doc: 'Its state now' })
  state: CouponState;

  @OneOf(COUPON_SOURCES, { name: 'CouponSource', doc: 'How the member came to it' })
  source: CouponSource;

  @Instant({ doc: 'From when' })
  validFrom: string;

  @Instant({ doc: 'Until when' })
  validTo: string;

  @Text({ max: 12, nullable: true, doc: 'Shown at the counter; null when it is of no use there' })
  code: string | null;

  @Flag({ doc: 'Whether it may be passed on' })
  transferable: boolean;

  @Instant({ nullable: true, doc: 'Used at' })
  usedAt: string | null;
}

export class CouponPage extends pageOf(CouponView) {}

export class CentreCouponView {
  @OpaqueId('coupon-template', { doc: 'What can be claimed' })
  id: string;

  @Nested(() => CouponTermsView, { doc: 'What it is worth' })
  terms: CouponTermsView;

  @Instant({ nullable: true, doc: 'Until when it can be used; null when that counts from the claim' })
  validTo: string | null;

  @Whole({ min: 1, max: 3650, nullable: true, doc: 'Instead: days from the claim' })
  validDays: number | null;

  @Whole({ min: 0, max: COUNT_MAX, nullable: true, doc: 'How many are left; null for no limit' })
  left: number | null;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'How many this member has claimed' })
  claimed: number;

  @Text({ max: 40, nullable: true, doc: 'Why it cannot be claimed, in words; null when it can' })
  obstacle: string | null;
}

export class CouponCentreView {
  @ListOf(() => CentreCouponView, { max: 100, doc: 'What the brand offers' })
  items: CentreCouponView[];
}

export class DropView {
  @Text({ max: 20, doc: 'Its name' })
  name: string;

  @Text({ max: 20, doc: 'The group it was posted to' })
  group: string;

  @OpaqueId('brand', { doc: 'Whose' })
  brandId: string;

  @Nested(() => CouponTermsView, { doc: 'What there is' })
  terms: CouponTermsView;

  @Instant({ doc: 'From when' })
  startsAt: string;

  @Instant({ doc: 'Until when' })
  endsAt: string;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'How many are left for this group' })
  left: number;

  @Whole({ min: 1, max: COUNT_MAX, doc: 'Of so many' })
  perGroup: number;
}

export class TransferView {
  @Text({ max: 22, doc: 'Goes into the link' })
  token: string;

  @Instant({ doc: 'Until when it can be taken' })
  expiresAt: string;
}

export class TransferOfferView {
  @OpaqueId('brand', { doc: 'Whose coupon' })
  brandId: string;

  @Nested(() => CouponTermsView, { doc: 'What it is worth' })
  terms: CouponTermsView;

  @Instant({ doc: 'Until when it can be used' })
  validTo: string;

  @Flag({ doc: 'Whether it can still be taken' })
  open: boolean;

  @Flag({ doc: 'Whether whoever asks is the giver' })
  mine: boolean;
}

export function toTermsView(template: CouponTemplate): CouponTermsView {
  const { productIds, categoryIds } = template.scope;
  return {
    name: template.name,
    description: template.description,
    kind: template.kind,
    offFen: template.offFen,
    rateBp: template.rateBp,
    capFen: template.capFen,
    fromFen: template.fromFen,
    channels: template.channels,
    goods: productIds.length > 0 ? '指定商品可用' : categoryIds.length > 0 ? '指定分类可用' : '全部商品可用',
    someStores: template.storeIds.length > 0,
    tierLevelFrom: template.tierLevelFrom,
    withPromotions: template.withPromotions,
  };
}

export function toCouponView({ row, template }: OwnedCoupon, now: Date): CouponView {
  const state = row.state === 'available' && row.validTo <= now ? 'expired' : row.state;
  return {
    id: toPublicId('coupon', row.id),
    terms: toTermsView(template),
    state,
    source: row.source,
    validFrom: row.validFrom.toISOString(),
    validTo: row.validTo.toISOString(),
    code: state === 'available' && template.channels.includes('store') ? row.code : null,
    transferable: state === 'available' && template.transferable,
    usedAt: row.usedAt?.toISOString() ?? null,
  };
}
