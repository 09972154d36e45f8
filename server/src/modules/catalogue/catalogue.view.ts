import {
  AUDIENCES,
  DETAIL_KINDS,
  PRODUCT_KINDS,
  type Audience,
  type DetailKind,
  type ProductKind,
} from '@regulars/shared';
import {
  Fen,
  Flag,
  Instant,
  ListOf,
  ListOfText,
  ListOfWhole,
  Nested,
  OneOf,
  OpaqueId,
  Text,
  Whole,
  pageOf,
} from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import { thumbnailOf } from '../../platform/media/index.js';
import type { Category } from './categories/category.entity.js';
import type { ComponentRow, ProductCardRow, ProductRow, SkuRow } from './catalogue.repository.js';
import { PRODUCT_STATUSES, type ProductStatus } from './domain/product-statuses.js';
import type { ProductWithSkus } from './product-lookup.js';
import type { DimensionRow } from './tags/goods-tags.js';

export class CategoryView {
  @OpaqueId('category', { doc: 'The category' })
  id: string;

  @OpaqueId('category', { nullable: true, doc: 'The one above it' })
  parentId: string | null;

  @Text({ max: 20, doc: 'Its name' })
  name: string;
}

export class CategoryListView {
  @ListOf(() => CategoryView, { max: 1000, doc: 'In the order of the shelf, siblings in theirs' })
  items: CategoryView[];
}

export class AdminCategoryView extends CategoryView {
  @Flag({ doc: 'Put away' })
  archived: boolean;
}

export class AdminCategoryListView {
  @ListOf(() => AdminCategoryView, { max: 1000, doc: 'In the order of the shelf, siblings in theirs' })
  items: AdminCategoryView[];
}

export class GoodsTagView {
  @OpaqueId('goods-tag', { doc: 'The tag' })
  id: string;

  @Text({ max: 20, doc: 'Its name' })
  name: string;
}

export class TagDimensionView {
  @OpaqueId('tag-dimension', { doc: 'The dimension' })
  id: string;

  @Text({ max: 20, doc: 'Its name' })
  name: string;

  @ListOf(() => GoodsTagView, { max: 500, doc: 'Its tags' })
  tags: GoodsTagView[];
}

export class TagDimensionListView {
  @ListOf(() => TagDimensionView, { max: 100, doc: 'In the order of the brand' })
  items: TagDimensionView[];
}

export class ProductCardView {
  @OpaqueId('product', { doc: 'The product' })
  id: string;

  @OpaqueId('category', { doc: 'Its category' })
  categoryId: string;

  @OneOf(PRODUCT_KINDS, { name: 'ProductKind', doc: 'What it is' })
  kind: ProductKind;

  @Text({ max: 60, doc: 'Its name' })
  name: string;

  @Text({ max: 80, min: 0, doc: 'One line under the name' })
  subtitle: string;

  @Text({ max: 500, doc: 'Its cover' })
  pictureUrl: string;

  @Fen({ doc: 'Its lowest list price' })
  priceFen: number;

  @Fen({ nullable: true, doc: 'Its lowest member price, when lower' })
  memberPriceFen: number | null;

  @Flag({ doc: 'No store has any left' })
  soldOut: boolean;

  @Whole({ min: 0, max: 4_000_000_000, doc: 'Pieces sold so far' })
  sold: number;

  @OneOf(AUDIENCES, { name: 'Audience', doc: 'Who may see and buy it' })
  audience: Audience;
}

export class ProductCardPage extends pageOf(ProductCardView) {}

export class RelatedProductView extends ProductCardView {
  @Text({ max: 60, doc: 'Why it is shown' })
  because: string;
}

export class RelatedProductsView {
  @ListOf(() => RelatedProductView, { max: 12, doc: 'The nearest first' })
  items: RelatedProductView[];
}

export class SuggestionsView {
  @ListOfText({ max: 8, length: 60, doc: 'Names to go on with' })
  items: string[];
}

export class SkuView {
  @OpaqueId('sku', { doc: 'The SKU' })
  id: string;

  @Text({ max: 40, doc: 'What tells it from the other variants' })
  name: string;

  @ListOfText({ max: 3, length: 20, doc: 'Its value in each dimension of the product' })
  spec: string[];

  @Fen({ doc: 'List price' })
  priceFen: number;

  @Fen({ nullable: true, doc: 'What members pay; null for the list price' })
  memberPriceFen: number | null;

  @Whole({ min: 0, max: 1_000_000, doc: 'Grams of one piece, packed' })
  weightG: number;
}

export class StockedSkuView extends SkuView {
  @Whole({ min: 0, max: 1_000_000_000, doc: 'Pieces that can be ordered' })
  available: number;

  @ListOfText({ max: 10, length: 120, doc: 'Of a bundle: what is in it' })
  contents: string[];
}

export class SpecView {
  @Text({ max: 20, doc: 'What differs' })
  name: string;

  @ListOfText({ max: 20, length: 20, doc: 'What there is to choose' })
  values: string[];
}

export class DetailView {
  @OneOf(DETAIL_KINDS, { name: 'DetailKind', doc: 'A paragraph or a picture' })
  kind: DetailKind;

  @Text({ max: 2000, min: 0, doc: 'The paragraph, or what the picture shows' })
  text: string;

  @Text({ max: 500, nullable: true, doc: 'The address of the picture' })
  url: string | null;
}

export class VoucherTermsView {
  @Whole({ min: 1, max: 3650, doc: 'Days from the payment on which it can be used' })
  validDays: number;

  @ListOfText({ max: 100, length: 32, doc: 'In which stores; none for any of the brand' })
  storeIds: string[];
}

export class ProductView extends ProductCardView {
  @OpaqueId('brand', { doc: 'Its brand' })
  brandId: string;

  @Text({ max: 5000, min: 0, doc: 'What there is to know about it' })
  description: string;

  @ListOf(() => DetailView, { max: 40, doc: 'More of it, in words and pictures' })
  details: DetailView[];

  @ListOfText({ max: 9, length: 500, doc: 'Picture addresses, the cover first' })
  pictures: string[];

  @ListOf(() => SpecView, { max: 3, doc: 'The dimensions in which its variants differ' })
  specs: SpecView[];

  @Nested(() => VoucherTermsView, { nullable: true, doc: 'Of a voucher: how it can be used' })
  voucher: VoucherTermsView | null;

  @ListOf(() => StockedSkuView, { max: 50, doc: 'Its variants' })
  skus: StockedSkuView[];
}

export class ComponentView {
  @OpaqueId('sku', { doc: 'What is in the bundle' })
  skuId: string;

  @Whole({ min: 1, max: 99, doc: 'Pieces of it' })
  quantity: number;
}

export class AdminSkuView extends SkuView {
  @ListOf(() => ComponentView, { max: 10, doc: 'Of a bundle: what is in it' })
  components: ComponentView[];
}

/** What may be sent back as it is, but for who and whose it is. */
export class AdminProductView {
  @OpaqueId('product', { doc: 'The product' })
  id: string;

  @OpaqueId('brand', { doc: 'Its brand' })
  brandId: string;

  @OneOf(PRODUCT_KINDS, { name: 'ProductKind', doc: 'What it is' })
  kind: ProductKind;

  @OpaqueId('category', { doc: 'Its category' })
  categoryId: string;

  @Text({ max: 60, doc: 'Its name' })
  name: string;

  @Text({ max: 80, min: 0, doc: 'One line under the name' })
  subtitle: string;

  @Text({ max: 5000, min: 0, doc: 'What there is to know about it' })
  description: string;

  @ListOf(() => DetailView, { max: 40, doc: 'More of it, in words and pictures' })
  details: DetailView[];

  @ListOfText({ max: 9, length: 500, doc: 'Picture addresses, the cover first' })
  pictures: string[];

  @OneOf(PRODUCT_STATUSES, { name: 'ProductStatus', doc: 'Whether customers see it' })
  status: ProductStatus;

  @Whole({ min: 0, max: 1_000_000, doc: 'Where it stands on the shelf, lowest first' })
  position: number;

  @ListOf(() => SpecView, { max: 3, doc: 'The dimensions in which its variants differ' })
  specs: SpecView[];

  @ListOfText({ max: 30, length: 32, doc: 'Its tags' })
  tagIds: string[];

  @Flag({ doc: 'Sold in the mini-program' })
  soldOnline: boolean;

  @Flag({ doc: 'Sold over the counter' })
  soldInStore: boolean;

  @OneOf(AUDIENCES, { name: 'Audience', doc: 'Who may see and buy it' })
  audience: Audience;

  @ListOfWhole({ max: 20, least: 0, most: 99, doc: 'Of which tiers, by their level' })
  tierLevels: number[];

  @Instant({ nullable: true, doc: 'When a draft goes on sale by itself' })
  listAt: string | null;

  @Instant({ nullable: true, doc: 'When it leaves the shelf by itself' })
  delistAt: string | null;

  @Nested(() => VoucherTermsView, { nullable: true, doc: 'Of a voucher: how it can be used' })
  voucher: VoucherTermsView | null;

  @Fen({ doc: 'Its lowest list price' })
  priceFen: number;

  @ListOf(() => AdminSkuView, { max: 50, doc: 'Its variants' })
  skus: AdminSkuView[];
}

export class AdminProductPage extends pageOf(AdminProductView) {}

export function toCategoryView({ id, parentId, name }: Category): CategoryView {
  return {
    id: toPublicId('category', id),
    parentId: parentId === null ? null : toPublicId('category', parentId),
    name,
  };
}

export function toAdminCategoryView(category: Category): AdminCategoryView {
  return { ...toCategoryView(category), archived: category.archivedAt !== null };
}

export function toDimensionView({ id, name, tags }: DimensionRow): TagDimensionView {
  return {
    id: toPublicId('tag-dimension', id),
    name,
    tags: tags.map((tag) => ({ id: toPublicId('goods-tag', tag.id), name: tag.name })),
  };
}

export function toSkuView({ id, name, spec, priceFen, memberPriceFen, weightG }: SkuRow): SkuView {
  return { id: toPublicId('sku', id), name, spec, priceFen, memberPriceFen, weightG };
}

export function toProductCardView(row: ProductCardRow, soldOut: boolean): ProductCardView {
  return {
    id: toPublicId('product', row.id),
    categoryId: toPublicId('category', row.categoryId),
    kind: row.kind,
    name: row.name,
    subtitle: row.subtitle,
    pictureUrl: thumbnailOf(row.pictures[0] ?? ''),
    priceFen: row.fromPriceFen,
    memberPriceFen: row.fromMemberPriceFen,
    soldOut,
    sold: row.sold,
    audience: row.audience,
  };
}

export function toProductView(
  { product: row, skus, components }: ProductWithSkus,
  availableOf: (skuId: number) => number,
): ProductView {
  const stocked = skus.map((sku) => ({
    ...toSkuView(sku),
    available: availableOf(sku.id),
    contents: components.filter(({ bundleSkuId }) => bundleSkuId === sku.id).map(contentText),
  }));
  return {
    ...toProductCardView(row, !stocked.some(({ available }) => available > 0)),
    brandId: toPublicId('brand', row.brandId),
    description: row.description,
    details: row.details,
    pictures: row.pictures,
    specs: row.specs.map(({ name, values }) => ({ name, values: [...values] })),
    voucher: voucherOf(row),
    skus: stocked,
  };
}

export function toAdminProductView(
  row: ProductRow,
  skus: readonly SkuRow[],
  components: readonly ComponentRow[],
  tagIds: readonly number[],
): AdminProductView {
  return {
    id: toPublicId('product', row.id),
    brandId: toPublicId('brand', row.brandId),
    kind: row.kind,
    categoryId: toPublicId('category', row.categoryId),
    name: row.name,
    subtitle: row.subtitle,
    description: row.description,
    details: row.details,
    pictures: row.pictures,
    status: row.status,
    position: row.position,
    specs: row.specs.map(({ name, values }) => ({ name, values: [...values] })),
    tagIds: tagIds.map((id) => toPublicId('goods-tag', id)),
    soldOnline: row.soldOnline,
    soldInStore: row.soldInStore,
    audience: row.audience,
    tierLevels: row.tierLevels,
    listAt: row.listAt?.toISOString() ?? null,
    delistAt: row.delistAt?.toISOString() ?? null,
    voucher: voucherOf(row),
    priceFen: row.fromPriceFen,
    skus: skus.map((sku) => ({
      ...toSkuView(sku),
      components: components
        .filter(({ bundleSkuId }) => bundleSkuId === sku.id)
        .map(({ skuId, quantity }) => ({ skuId: toPublicId('sku', skuId), quantity })),
    })),
  };
}

function contentText({ productName, skuName, quantity }: ComponentRow): string {
  const name = skuName === productName ? productName : `${productName} ${skuName}`;
  return quantity === 1 ? name : `${name} × ${quantity}`;
}

function voucherOf({ voucherDays, voucherStoreIds }: ProductRow): VoucherTermsView | null {
  return voucherDays === null
    ? null
    : {
        validDays: voucherDays,
        storeIds: (voucherStoreIds ?? []).map((id) => toPublicId('store', id)),
      };
}
