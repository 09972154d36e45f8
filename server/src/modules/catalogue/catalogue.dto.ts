import {
  AUDIENCES,
  DETAIL_KINDS,
  PRODUCT_KINDS,
  PRODUCT_SORTS,
  SPEC_DIMENSIONS_MAX,
  type Audience,
  type DetailKind,
  type ProductKind,
  type ProductSort,
} from '@regulars/shared';
import {
  Fen,
  Flag,
  Instant,
  ListOf,
  ListOfIds,
  ListOfText,
  ListOfWhole,
  Nested,
  OneOf,
  PageQuery,
  PublicId,
  Text,
  Whole,
} from '../../platform/http/index.js';
import { PRODUCT_STATUSES, type ProductStatus } from './domain/product-statuses.js';

/** Our own media, or a picture on https; never a script or a data address. */
export const PICTURE_URL = /^(\/media\/[\w./-]+|https:\/\/[\x21-\x7e]+)$/;

/** What an address makes of half a character. */
const WHOLE_CHARACTERS = { pattern: /^[^\ufffd]*$/, patternMessage: '含有无法识别的字符' };

const TAGS_MAX = 30;
const COMPONENTS_MAX = 10;

export class BrandQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

export class ShelfQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @PublicId('category', { optional: true, doc: 'Only this category and what is below it' })
  categoryId?: number;

  @Text({
    ...WHOLE_CHARACTERS,
    max: 40,
    optional: true,
    doc: 'Words, pinyin or initials; all of the words must fit',
  })
  q?: string;

  @OneOf(PRODUCT_SORTS, {
    optional: true,
    name: 'ProductSort',
    doc: 'In which order; as recommended when absent',
  })
  sort: ProductSort = 'recommended';

  @Text({
    max: 300,
    optional: true,
    pattern: /^gt_[1-9A-HJ-NP-Za-km-z]{22}(,gt_[1-9A-HJ-NP-Za-km-z]{22}){0,9}$/,
    doc: 'Tags with commas between: one of each dimension that is named',
  })
  tags?: string;

  @OneOf(['true'], { optional: true, doc: 'Only what can be ordered now' })
  inStock?: 'true';

  @Fen({ optional: true, doc: 'Costs at least' })
  minFen?: number;

  @Fen({ optional: true, doc: 'Costs at most' })
  maxFen?: number;
}

export class SuggestionsQuery extends BrandQuery {
  @Text({ ...WHOLE_CHARACTERS, max: 40, min: 0, optional: true, doc: 'What is typed so far' })
  q?: string;
}

export class StockedAtQuery {
  @PublicId('store', {
    optional: true,
    doc: 'Availability at this store; without it, at the best stocked one',
  })
  storeId?: number;
}

export class AdminProductsQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @OneOf(PRODUCT_STATUSES, { optional: true, name: 'ProductStatus', doc: 'Only these' })
  status?: ProductStatus;

  @PublicId('category', { optional: true, doc: 'Only this category and what is below it' })
  categoryId?: number;

  @Text({ ...WHOLE_CHARACTERS, max: 40, optional: true, doc: 'Words, pinyin or initials' })
  q?: string;
}

export class NewCategoryBody {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @Text({ max: 20, doc: 'Its name' })
  name: string;

  @PublicId('category', { optional: true, nullable: true, doc: 'The one above it; none for a root' })
  parentId?: number | null;
}

export class CategoryBody {
  @Text({ max: 20, optional: true, doc: 'Its name' })
  name?: string;

  @PublicId('category', { optional: true, nullable: true, doc: 'The one above it; null for a root' })
  parentId?: number | null;

  @Flag({ optional: true, doc: 'Put away; only when nothing is in it' })
  archived?: boolean;
}

export class CategoryOrderBody {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @PublicId('category', { nullable: true, doc: 'Whose children; null for the roots' })
  parentId: number | null;

  @ListOfIds('category', { min: 1, max: 100, doc: 'All of them, in their new order' })
  ids: number[];
}

export class ComponentBody {
  @PublicId('sku', { doc: 'A SKU of goods or a service' })
  skuId: number;

  @Whole({ min: 1, max: 99, doc: 'Pieces of it in one bundle' })
  quantity: number;
}

export class SkuBody {
  @PublicId('sku', { optional: true, doc: 'The SKU to change; without it a new one' })
  id?: number;

  @Text({ max: 40, doc: 'What tells it from the other variants; of a product with specs its combination' })
  name: string;

  @ListOfText({
    optional: true,
    max: SPEC_DIMENSIONS_MAX,
    length: 20,
    doc: 'Its value in each dimension of the product, in their order',
  })
  spec: string[] = [];

  @Fen({ min: 1, doc: 'List price' })
  priceFen: number;

  @Fen({ min: 1, nullable: true, doc: 'What members pay; null for the list price' })
  memberPriceFen: number | null;

  @Whole({ optional: true, min: 0, max: 1_000_000, doc: 'Grams of one piece, packed' })
  weightG: number = 0;

  @ListOf(() => ComponentBody, { optional: true, max: COMPONENTS_MAX, doc: 'Of a bundle: what is in it' })
  components: ComponentBody[] = [];
}

export class SpecBody {
  @Text({ max: 20, doc: 'What differs, such as 杯型' })
  name: string;

  @ListOfText({ min: 1, max: 20, length: 20, pattern: /\S/, doc: 'What there is to choose' })
  values: string[];
}

export class DetailBody {
  @OneOf(DETAIL_KINDS, { name: 'DetailKind', doc: 'A paragraph or a picture' })
  kind: DetailKind;

  @Text({ max: 2000, min: 0, doc: 'The paragraph, or what the picture shows' })
  text: string;

  @Text({ max: 500, nullable: true, pattern: PICTURE_URL, doc: 'The address of the picture' })
  url: string | null;
}

export class VoucherTermsBody {
  @Whole({ min: 1, max: 3650, doc: 'Days from the payment on which it can be used' })
  validDays: number;

  @ListOfIds('store', { max: 100, doc: 'Where; none for any store of the brand' })
  storeIds: number[];
}

class ProductFields {
  @OneOf(PRODUCT_KINDS, { optional: true, name: 'ProductKind', doc: 'What it is' })
  kind: ProductKind = 'goods';

  @PublicId('category', { doc: 'Its category' })
  categoryId: number;

  @Text({ max: 60, doc: 'Its name' })
  name: string;

  @Text({ max: 80, min: 0, doc: 'One line under the name' })
  subtitle: string;

  @Text({ max: 5000, min: 0, doc: 'What there is to know about it' })
  description: string;

  @ListOf(() => DetailBody, { optional: true, max: 40, doc: 'More of it, in words and pictures' })
  details: DetailBody[] = [];

  @ListOfText({
    min: 1,
    max: 9,
    length: 500,
    pattern: PICTURE_URL,
    doc: 'Picture addresses, the cover first',
  })
  pictures: string[];

  @OneOf(PRODUCT_STATUSES, { name: 'ProductStatus', doc: 'Whether customers see it' })
  status: ProductStatus;

  @Whole({ min: 0, max: 1_000_000, doc: 'Where it stands on the shelf, lowest first' })
  position: number;

  @ListOf(() => SpecBody, {
    optional: true,
    max: SPEC_DIMENSIONS_MAX,
    doc: 'The dimensions in which its variants differ',
  })
  specs: SpecBody[] = [];

  @ListOfIds('goods-tag', { optional: true, max: TAGS_MAX, doc: 'Its tags' })
  tagIds: number[] = [];

  @Flag({ optional: true, doc: 'Sold in the mini-program' })
  soldOnline: boolean = true;

  @Flag({ optional: true, doc: 'Sold over the counter' })
  soldInStore: boolean = true;

  @OneOf(AUDIENCES, { optional: true, name: 'Audience', doc: 'Who may see and buy it' })
  audience: Audience = 'everyone';

  @ListOfWhole({ optional: true, max: 20, least: 0, most: 99, doc: 'Of which tiers, by their level' })
  tierLevels: number[] = [];

  @Instant({ optional: true, nullable: true, doc: 'When a draft goes on sale by itself' })
  listAt?: string | null;

  @Instant({ optional: true, nullable: true, doc: 'When it leaves the shelf by itself' })
  delistAt?: string | null;

  @Nested(() => VoucherTermsBody, { optional: true, nullable: true, doc: 'Of a voucher: how it can be used' })
  voucher?: VoucherTermsBody | null;

  @ListOf(() => SkuBody, { min: 1, max: 50, doc: 'All its variants; those left out are archived' })
  skus: SkuBody[];
}

export class NewProductBody extends ProductFields {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

export class ProductBody extends ProductFields {}

export class DimensionBody {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @Text({ max: 20, doc: 'Its name, such as 风格' })
  name: string;
}

export class NewProductTagBody {
  @PublicId('tag-dimension', { doc: 'Its dimension' })
  dimensionId: number;

  @Text({ max: 20, doc: 'Its name' })
  name: string;
}

export class TagBody {
  @Text({ max: 20, doc: 'Its name' })
  name: string;
}
