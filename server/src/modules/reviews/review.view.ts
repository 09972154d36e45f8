import {
  REVIEW_PARTS,
  REVIEW_STATUSES,
  STARS_MAX,
  type ReviewPart,
  type ReviewStatus,
} from '@regulars/shared';
import {
  Flag,
  Instant,
  ListOf,
  ListOfText,
  OneOf,
  OpaqueId,
  PageQuery,
  PublicId,
  Text,
  Whole,
  pageOf,
} from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import { PICTURE_URL } from '../../platform/media/index.js';
import type { ReviewRow } from './reviews.repository.js';

const TEXT_MAX = 500;
const PICTURES_MAX = 9;

export class NewReviewBody {
  @PublicId('order', { doc: 'The order' })
  orderId: number;

  @PublicId('order-line', { doc: 'The line of it' })
  lineId: number;

  @Whole({ min: 1, max: STARS_MAX, doc: 'Stars' })
  stars: number;

  @Text({ max: TEXT_MAX, min: 0, optional: true, doc: 'In words' })
  text?: string;

  @ListOfText({
    max: PICTURES_MAX,
    length: 100,
    pattern: PICTURE_URL,
    optional: true,
    doc: 'Own uploads',
  })
  pictures?: string[];

  @Flag({ doc: 'Whether the name stays hidden' })
  anonymous: boolean;
}

export class MoreBody {
  @Text({ max: TEXT_MAX, doc: 'What there is to add' })
  text: string;

  @ListOfText({
    max: PICTURES_MAX,
    length: 100,
    pattern: PICTURE_URL,
    optional: true,
    doc: 'Own uploads',
  })
  pictures?: string[];
}

export class MyReviewsQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

export class AdminReviewsQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @OneOf(REVIEW_STATUSES, {
    optional: true,
    name: 'ReviewStatus',
    doc: 'Only those of which a part is in this state',
  })
  status?: ReviewStatus;
}

export class PartBody {
  @OneOf(REVIEW_PARTS, { name: 'ReviewPart', doc: 'The first words, or what was added' })
  part: ReviewPart;
}

export class HideBody extends PartBody {
  @Text({ max: 100, doc: 'Why; the author reads it' })
  reason: string;
}

export class ReplyBody {
  @Text({ max: 300, doc: 'The brand’s answer; everybody reads it' })
  text: string;
}

export class ReviewView {
  @OpaqueId('review', { doc: 'The review' })
  id: string;

  @OpaqueId('product', { doc: 'The product' })
  productId: string;

  @Text({ max: 110, doc: 'Product and variant' })
  goodsName: string;

  @Text({ max: 20, doc: 'Who says so, as far as they want to be known' })
  author: string;

  @Whole({ min: 1, max: STARS_MAX, doc: 'Stars' })
  stars: number;

  @Text({ max: TEXT_MAX, min: 0, doc: 'In words' })
  text: string;

  @ListOfText({ max: PICTURES_MAX, length: 500, doc: 'Pictures' })
  pictures: string[];

  @Text({ max: 300, nullable: true, doc: 'The brand’s answer' })
  reply: string | null;

  @Instant({ doc: 'When' })
  createdAt: string;
}

export class PublicReviewView extends ReviewView {
  @Text({ max: TEXT_MAX, nullable: true, doc: 'What the author added later' })
  moreText: string | null;

  @ListOfText({ max: PICTURES_MAX, length: 500, doc: 'Pictures of what was added' })
  morePictures: string[];
}

export class OwnReviewView extends ReviewView {
  @OpaqueId('order', { doc: 'The order' })
  orderId: string;

  @OpaqueId('order-line', { doc: 'The line of it' })
  lineId: string;

  @OneOf(REVIEW_STATUSES, { name: 'ReviewStatus', doc: 'Whether it is public' })
  status: ReviewStatus;

  @OneOf(REVIEW_STATUSES, { nullable: true, name: 'ReviewStatus', doc: 'Whether what was added is public' })
  moreStatus: ReviewStatus | null;

  @Text({ max: TEXT_MAX, nullable: true, doc: 'What the author added later' })
  moreText: string | null;

  @ListOfText({ max: PICTURES_MAX, length: 500, doc: 'Pictures of what was added' })
  morePictures: string[];

  @Text({ max: 100, nullable: true, doc: 'Why it is not shown' })
  hiddenReason: string | null;
}

export class OwnReviewPage extends pageOf(OwnReviewView) {}

export class OwnReviewListView {
  @ListOf(() => OwnReviewView, { max: 50, doc: 'The reviews of the order, by line' })
  items: OwnReviewView[];
}

export class ProductReviewsView extends pageOf(PublicReviewView) {
  @Whole({ min: 0, max: 1_000_000_000, doc: 'All reviews' })
  count: number;

  @Whole({ min: 0, max: STARS_MAX * 10, doc: 'Tenths of a star on average; 0 without reviews' })
  starTenths: number;
}

export function toPublicReviewView(row: ReviewRow): PublicReviewView {
  const shown = row.moreStatus === 'public';
  return {
    ...common(row),
    moreText: shown ? row.moreText : null,
    morePictures: shown ? [...row.morePictures] : [],
  };
}

export function toOwnReviewView(row: ReviewRow): OwnReviewView {
  return {
    ...common(row),
    orderId: toPublicId('order', row.orderId),
    lineId: toPublicId('order-line', row.lineId),
    status: row.status,
    moreStatus: row.moreStatus,
    moreText: row.moreText,
    morePictures: [...row.morePictures],
    hiddenReason: row.hiddenReason,
  };
}

function common(row: ReviewRow): ReviewView {
  return {
    id: toPublicId('review', row.id),
    productId: toPublicId('product', row.productId),
    goodsName: row.goodsName,
    author: row.author,
    stars: row.stars,
    text: row.text,
    pictures: [...row.pictures],
    reply: row.reply,
    createdAt: row.createdAt.toISOString(),
  };
}
