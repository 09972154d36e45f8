import {
  PROMOTION_KINDS,
  PROMOTION_STATUSES,
  type PromotionKind,
  type PromotionStatus,
} from '@regulars/shared';
import {
  Fen,
  Flag,
  Instant,
  ListOf,
  ListOfText,
  OneOf,
  OpaqueId,
  Text,
  Whole,
  pageOf,
} from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { isSpendTerms, isTierTerms, type PromotionTerms } from '../domain/promotions.js';
import { EVERYTHING, type Scope } from '../domain/scope.js';
import type { Promotion } from './promotion.entity.js';
import { RRULE_MAX } from './promotions.dto.js';

const PIECES_MAX = 1_000_000;

export class TimePriceItemView {
  @OpaqueId('sku', { doc: 'The SKU' })
  skuId: string;

  @Fen({ doc: 'What a piece costs' })
  priceFen: number;

  @Whole({ min: 1, max: PIECES_MAX, nullable: true, doc: 'Pieces at each occasion' })
  quota: number | null;
}

export class SpendTierView {
  @Fen({ doc: 'From this much …' })
  fromFen: number;

  @Fen({ doc: '… it takes off this' })
  offFen: number;
}

export class TierRateView {
  @Whole({ min: 0, max: 99, doc: 'The tier' })
  level: number;

  @Whole({ min: 1, max: 9_999, doc: 'What it pays of the list price' })
  rateBp: number;
}

class TermsView {
  @ListOf(() => TimePriceItemView, { max: 200, doc: 'Of a time-limited price: SKUs' })
  items: TimePriceItemView[];

  @Whole({
    min: 0,
    max: 10_000,
    nullable: true,
    doc: 'Of a time-limited price: what is paid of the list price',
  })
  rateBp: number | null;

  @ListOfText({ max: 200, length: 32, doc: 'About these products; with none, about all' })
  productIds: string[];

  @ListOfText({ max: 100, length: 32, doc: 'About these categories' })
  categoryIds: string[];

  @ListOf(() => SpendTierView, { max: 5, doc: 'Of spend-and-save: its steps' })
  tiers: SpendTierView[];
}

/** What customers may know of a promotion that holds now. */
export class MemberPromotionView extends TermsView {
  @OneOf(PROMOTION_KINDS, { name: 'PromotionKind', doc: 'What it does' })
  kind: PromotionKind;

  @Text({ max: 20, doc: 'Its name' })
  name: string;

  @Whole({ min: 1, max: 99, nullable: true, doc: 'Pieces of a SKU for one person' })
  perPerson: number | null;

  @Instant({ nullable: true, doc: 'When this occasion ends' })
  endsAt: string | null;
}

export class MemberPromotionsView {
  @ListOf(() => MemberPromotionView, { max: 200, doc: 'What holds now' })
  items: MemberPromotionView[];
}

export class AdminPromotionView extends TermsView {
  @OpaqueId('promotion', { doc: 'The promotion' })
  id: string;

  @OneOf(PROMOTION_KINDS, { name: 'PromotionKind', doc: 'What it does' })
  kind: PromotionKind;

  @Text({ max: 20, doc: 'Its name' })
  name: string;

  @OneOf(PROMOTION_STATUSES, { name: 'PromotionStatus', doc: 'Only active ones make prices' })
  status: PromotionStatus;

  @Flag({ doc: 'Whether it holds right now' })
  holds: boolean;

  @Instant({ doc: 'It begins' })
  startsAt: string;

  @Instant({ nullable: true, doc: 'It ends' })
  endsAt: string | null;

  @Text({ max: RRULE_MAX, nullable: true, doc: 'RRULE of the days on which it holds' })
  rrule: string | null;

  @Whole({ min: 0, max: 1439, doc: 'On those days from this minute' })
  fromMinute: number;

  @Whole({ min: 1, max: 1440, doc: 'On those days until this minute' })
  toMinute: number;

  @Whole({ min: 1, max: 99, nullable: true, doc: 'Pieces of a SKU for one person at each occasion' })
  perPerson: number | null;

  @Flag({ doc: 'Whether coupons may come on top' })
  coupons: boolean;

  @Flag({ doc: 'Whether points may pay' })
  points: boolean;

  @ListOf(() => TierRateView, { max: 10, doc: 'Of tier prices: what each tier pays' })
  levels: TierRateView[];

  @Whole({ min: 0, max: 1_000_000_000, doc: 'Pieces sold under its limits, at all occasions' })
  sold: number;
}

export class AdminPromotionPage extends pageOf(AdminPromotionView) {}

export class PromotionDaysView {
  @ListOfText({ max: 10, length: 10, doc: 'The next days on which it holds' })
  days: string[];
}

function toTerms(terms: PromotionTerms): TermsView {
  const { productIds, categoryIds }: Scope = 'scope' in terms ? terms.scope : EVERYTHING;
  return {
    items:
      'items' in terms
        ? terms.items.map(({ skuId, ...item }) => ({ skuId: toPublicId('sku', skuId), ...item }))
        : [],
    rateBp: 'rateBp' in terms ? terms.rateBp : null,
    productIds: productIds.map((id) => toPublicId('product', id)),
    categoryIds: categoryIds.map((id) => toPublicId('category', id)),
    tiers: isSpendTerms(terms) ? [...terms.tiers] : [],
  };
}

export function toMemberPromotionView(promotion: Promotion, endsAt: Date | null): MemberPromotionView {
  const { kind, name, perPerson, terms } = promotion;
  return { ...toTerms(terms), kind, name, perPerson, endsAt: endsAt?.toISOString() ?? null };
}

export function toAdminPromotionView(promotion: Promotion, holds: boolean, sold: number): AdminPromotionView {
  const { terms } = promotion;
  return {
    ...toTerms(terms),
    id: toPublicId('promotion', promotion.id),
    kind: promotion.kind,
    name: promotion.name,
    status: promotion.status,
    holds,
    startsAt: promotion.startsAt.toISOString(),
    endsAt: promotion.endsAt?.toISOString() ?? null,
    rrule: promotion.rrule,
    fromMinute: promotion.fromMinute,
    toMinute: promotion.toMinute,
    perPerson: promotion.perPerson,
    coupons: promotion.coupons,
    points: promotion.points,
    levels: isTierTerms(terms) ? [...terms.levels] : [],
    sold,
  };
}
