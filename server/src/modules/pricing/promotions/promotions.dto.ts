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
  ListOfIds,
  OneOf,
  PageQuery,
  PublicId,
  Text,
  Whole,
} from '../../../platform/http/index.js';

export const RRULE_MAX = 120;
const PIECES_MAX = 1_000_000;

export class AdminPromotionsQuery extends PageQuery {
  @PublicId('brand', { doc: 'Whose promotions' })
  brandId: number;
}

export class MemberPromotionsQuery {
  @PublicId('brand', { doc: 'Whose promotions' })
  brandId: number;
}

export class PromotionDaysQuery {
  @PublicId('brand', { doc: 'On whose calendar' })
  brandId: number;

  @Text({ max: RRULE_MAX, doc: 'RRULE: FREQ, INTERVAL, BYDAY, BYMONTHDAY', example: 'FREQ=WEEKLY;BYDAY=TH' })
  rrule: string;

  @Instant({ doc: 'It begins' })
  startsAt: string;
}

export class TimePriceItemBody {
  @PublicId('sku', { doc: 'The SKU' })
  skuId: number;

  @Fen({ doc: 'What a piece costs' })
  priceFen: number;

  @Whole({
    min: 1,
    max: PIECES_MAX,
    optional: true,
    nullable: true,
    doc: 'Pieces at each occasion; null: while there is stock',
  })
  quota?: number | null;
}

export class SpendTierBody {
  @Fen({ min: 1, doc: 'From this much …' })
  fromFen: number;

  @Fen({ min: 1, doc: '… it takes off this' })
  offFen: number;
}

export class TierRateBody {
  @Whole({ min: 0, max: 99, doc: 'The tier' })
  level: number;

  @Whole({ min: 1, max: 9_999, doc: 'What it pays of the list price: 9500 are 95 %' })
  rateBp: number;
}

export class PromotionBody {
  @Text({ max: 20, doc: 'Its name; customers read it', example: '周四品牌日' })
  name: string;

  @OneOf(PROMOTION_STATUSES, { name: 'PromotionStatus', doc: 'Only active ones make prices' })
  status: PromotionStatus;

  @Instant({ doc: 'It begins' })
  startsAt: string;

  @Instant({ optional: true, nullable: true, doc: 'It ends; null: until it is stopped' })
  endsAt?: string | null;

  @Text({
    max: RRULE_MAX,
    optional: true,
    nullable: true,
    doc: 'RRULE of the days on which it holds: FREQ, INTERVAL, BYDAY, BYMONTHDAY; null: always',
    example: 'FREQ=WEEKLY;BYDAY=TH',
  })
  rrule?: string | null;

  @Whole({ min: 0, max: 1439, optional: true, doc: 'On those days from this minute' })
  fromMinute?: number;

  @Whole({ min: 1, max: 1440, optional: true, doc: 'On those days until this minute' })
  toMinute?: number;

  @Whole({
    min: 1,
    max: 99,
    optional: true,
    nullable: true,
    doc: 'Of a time-limited price: pieces of a SKU for one person at each occasion',
  })
  perPerson?: number | null;

  @Flag({ doc: 'Whether coupons may come on top' })
  coupons: boolean;

  @Flag({ doc: 'Whether points may pay' })
  points: boolean;

  @ListOf(() => TimePriceItemBody, { max: 200, optional: true, doc: 'Of a time-limited price: SKUs' })
  items?: TimePriceItemBody[];

  @Whole({
    min: 1,
    max: 9_999,
    optional: true,
    doc: 'Of a time-limited price without SKUs: what is paid of the list price of everything in scope',
  })
  rateBp?: number;

  @ListOfIds('product', { max: 200, optional: true, doc: 'About these products; with none, about all' })
  productIds?: number[];

  @ListOfIds('category', { max: 100, optional: true, doc: 'About these categories' })
  categoryIds?: number[];

  @ListOf(() => SpendTierBody, { max: 5, optional: true, doc: 'Of spend-and-save: its steps' })
  tiers?: SpendTierBody[];

  @ListOf(() => TierRateBody, { max: 10, optional: true, doc: 'Of tier prices: what each tier pays' })
  levels?: TierRateBody[];
}

export class NewPromotionBody extends PromotionBody {
  @PublicId('brand', { doc: 'Whose promotion' })
  brandId: number;

  @OneOf(PROMOTION_KINDS, { name: 'PromotionKind', doc: 'What it does' })
  kind: PromotionKind;
}
