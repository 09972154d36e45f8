import {
  COUPON_BATCH_STATES,
  COUPON_ON_REFUND,
  COUPON_TEMPLATE_STATUSES,
  type CouponBatchState,
  type CouponOnRefund,
  type CouponTemplateStatus,
} from '@regulars/shared';
import {
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
import type { CouponBatch } from './coupon-batches.js';
import type { CouponDrop, DropGroup } from './coupon-drops.js';
import type { Funnel } from './coupon-template-lookup.js';
import type { CouponTemplate } from './coupon-template.entity.js';
import { CouponTermsView, toTermsView } from './coupon.view.js';

const COUNT_MAX = 100_000_000;
const FEN_MAX = 1_000_000_000_000;

export class FunnelView {
  @Whole({ min: 0, max: COUNT_MAX, doc: 'Given out in all' })
  issued: number;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Of them, claimed by members themselves' })
  claimed: number;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Used, in orders and at counters' })
  used: number;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Ended unused' })
  expired: number;

  @Whole({ min: 0, max: FEN_MAX, doc: 'What the orders that used one were paid with, in fen' })
  broughtFen: number;
}

export class AdminCouponTemplateView {
  @OpaqueId('coupon-template', { doc: 'The template' })
  id: string;

  @OpaqueId('brand', { doc: 'Whose' })
  brandId: string;

  @Nested(() => CouponTermsView, { doc: 'What its coupons are worth' })
  terms: CouponTermsView;

  @OneOf(COUPON_TEMPLATE_STATUSES, { name: 'CouponTemplateStatus', doc: 'Active ones are given and claimed' })
  status: CouponTemplateStatus;

  @ListOfText({ max: 200, length: 32, doc: 'For these products' })
  productIds: string[];

  @ListOfText({ max: 100, length: 32, doc: 'For these categories' })
  categoryIds: string[];

  @ListOfText({ max: 500, length: 32, doc: 'In these stores' })
  storeIds: string[];

  @Instant({ nullable: true, doc: 'Valid from' })
  validFrom: string | null;

  @Instant({ nullable: true, doc: 'Valid until' })
  validTo: string | null;

  @Whole({ min: 1, max: 3650, nullable: true, doc: 'Instead of an end: days from when it is given' })
  validDays: number | null;

  @Whole({ min: 1, max: COUNT_MAX, nullable: true, doc: 'Coupons of it at most' })
  quota: number | null;

  @Whole({ min: 1, max: 1_000, nullable: true, doc: 'That one member may claim' })
  perPerson: number | null;

  @Flag({ doc: 'Whether the coupon centre offers it' })
  claimable: boolean;

  @Instant({ nullable: true, doc: 'Offered from' })
  claimFrom: string | null;

  @Instant({ nullable: true, doc: 'Offered until' })
  claimTo: string | null;

  @Flag({ doc: 'Whether members may pass it on' })
  transferable: boolean;

  @Whole({ min: 1, max: 1_000, nullable: true, doc: 'That one of the staff may give in a day' })
  staffDaily: number | null;

  @OneOf(COUPON_ON_REFUND, { name: 'CouponOnRefund', doc: 'What becomes of it on a refund' })
  onRefund: CouponOnRefund;

  @Nested(() => FunnelView, { doc: 'How far its coupons came' })
  funnel: FunnelView;

  @Instant({ doc: 'Made at' })
  createdAt: string;
}

export class AdminCouponTemplatePage extends pageOf(AdminCouponTemplateView) {}

export class DropGroupView {
  @Text({ max: 20, doc: 'The group' })
  name: string;

  @Text({ max: 10, doc: 'In its link' })
  code: string;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Taken' })
  taken: number;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Used' })
  used: number;
}

export class AdminDropView {
  @OpaqueId('coupon-drop', { doc: 'The drop' })
  id: string;

  @OpaqueId('coupon-template', { doc: 'What there is' })
  templateId: string;

  @Text({ max: 20, doc: 'Its name' })
  name: string;

  @Instant({ doc: 'From when' })
  startsAt: string;

  @Instant({ doc: 'Until when' })
  endsAt: string;

  @Whole({ min: 1, max: COUNT_MAX, doc: 'Coupons for each group' })
  perGroup: number;

  @ListOf(() => DropGroupView, { max: 200, doc: 'The groups' })
  groups: DropGroupView[];
}

export class AdminDropPage extends pageOf(AdminDropView) {}

export class AdminBatchView {
  @OpaqueId('coupon-batch', { doc: 'The batch' })
  id: string;

  @OpaqueId('coupon-template', { doc: 'What is given' })
  templateId: string;

  @OneOf(COUPON_BATCH_STATES, { name: 'CouponBatchState', doc: 'Its state' })
  state: CouponBatchState;

  @Instant({ nullable: true, doc: 'To members who joined since; null: to all' })
  joinedFrom: string | null;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Members when it began' })
  total: number;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Coupons given so far' })
  issued: number;

  @Text({ max: 60, min: 0, doc: 'Why it stopped, when it did' })
  note: string;

  @Instant({ doc: 'Begun at' })
  createdAt: string;

  @Instant({ nullable: true, doc: 'Ended at' })
  endedAt: string | null;
}

export class AdminBatchPage extends pageOf(AdminBatchView) {}

export function toAdminTemplateView(
  template: CouponTemplate,
  funnel: Funnel = { claimed: 0, used: 0, expired: 0, broughtFen: 0 },
): AdminCouponTemplateView {
  const { scope } = template;
  return {
    id: toPublicId('coupon-template', template.id),
    brandId: toPublicId('brand', template.brandId),
    terms: toTermsView(template),
    status: template.status,
    productIds: scope.productIds.map((id) => toPublicId('product', id)),
    categoryIds: scope.categoryIds.map((id) => toPublicId('category', id)),
    storeIds: template.storeIds.map((id) => toPublicId('store', id)),
    validFrom: template.validFrom?.toISOString() ?? null,
    validTo: template.validTo?.toISOString() ?? null,
    validDays: template.validDays,
    quota: template.quota,
    perPerson: template.perPerson,
    claimable: template.claimable,
    claimFrom: template.claimFrom?.toISOString() ?? null,
    claimTo: template.claimTo?.toISOString() ?? null,
    transferable: template.transferable,
    staffDaily: template.staffDaily,
    onRefund: template.onRefund,
    funnel: { issued: template.issued, ...funnel },
    createdAt: template.createdAt.toISOString(),
  };
}

export function toAdminDropView(drop: CouponDrop, groups: readonly DropGroup[]): AdminDropView {
  return {
    id: toPublicId('coupon-drop', drop.id),
    templateId: toPublicId('coupon-template', drop.templateId),
    name: drop.name,
    startsAt: drop.startsAt.toISOString(),
    endsAt: drop.endsAt.toISOString(),
    perGroup: drop.perGroup,
    groups: groups.map(({ name, code, taken, used }) => ({ name, code, taken, used })),
  };
}

export function toAdminBatchView(batch: CouponBatch): AdminBatchView {
  return {
    id: toPublicId('coupon-batch', batch.id),
    templateId: toPublicId('coupon-template', batch.templateId),
    state: batch.state,
    joinedFrom: batch.joinedFrom?.toISOString() ?? null,
    total: batch.total,
    issued: batch.issued,
    note: batch.note,
    createdAt: batch.createdAt.toISOString(),
    endedAt: batch.endedAt?.toISOString() ?? null,
  };
}
