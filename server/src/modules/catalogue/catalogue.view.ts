import {
  Fen,
  Flag,
  ListOf,
  ListOfText,
  OneOf,
  OpaqueId,
  Text,
  Whole,
  pageOf,
} from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import type { Category } from './category.entity.js';
import { PRODUCT_STATUSES, type ProductStatus } from './domain/product-statuses.js';
import type { ProductCardRow, ProductRow, SkuRow } from './catalogue.repository.js';

export class CategoryView {
  @OpaqueId('category', { doc: 'The category' })
  id: string;

  @Text({ max: 20, doc: 'Its name' })
  name: string;
}

export class CategoryListView {
  @ListOf(() => CategoryView, { max: 100, doc: 'In the order of the shelf' })
  items: CategoryView[];
}

export class ProductCardView {
  @OpaqueId('product', { doc: 'The product' })
  id: string;

  @OpaqueId('category', { doc: 'Its category' })
  categoryId: string;

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
}

export class ProductCardPage extends pageOf(ProductCardView) {}

export class SkuView {
  @OpaqueId('sku', { doc: 'The SKU' })
  id: string;

  @Text({ max: 40, doc: 'What tells it from the other variants' })
  name: string;

  @Fen({ doc: 'List price' })
  priceFen: number;

  @Fen({ nullable: true, doc: 'What members pay; null for the list price' })
  memberPriceFen: number | null;
}

export class StockedSkuView extends SkuView {
  @Whole({ min: 0, max: 1_000_000_000, doc: 'Pieces that can be ordered' })
  available: number;
}

export class ProductView extends ProductCardView {
  @OpaqueId('brand', { doc: 'Its brand' })
  brandId: string;

  @Text({ max: 5000, min: 0, doc: 'What there is to know about it' })
  description: string;

  @ListOfText({ max: 9, length: 500, doc: 'Picture addresses, the cover first' })
  pictures: string[];

  @ListOf(() => StockedSkuView, { max: 50, doc: 'Its variants' })
  skus: StockedSkuView[];
}

export class AdminProductView {
  @OpaqueId('product', { doc: 'The product' })
  id: string;

  @OpaqueId('brand', { doc: 'Its brand' })
  brandId: string;

  @OpaqueId('category', { doc: 'Its category' })
  categoryId: string;

  @Text({ max: 60, doc: 'Its name' })
  name: string;

  @Text({ max: 80, min: 0, doc: 'One line under the name' })
  subtitle: string;

  @Text({ max: 5000, min: 0, doc: 'What there is to know about it' })
  description: string;

  @ListOfText({ max: 9, length: 500, doc: 'Picture addresses, the cover first' })
  pictures: string[];

  @OneOf(PRODUCT_STATUSES, { name: 'ProductStatus', doc: 'Whether customers see it' })
  status: ProductStatus;

  @Whole({ min: 0, max: 1_000_000, doc: 'Where it stands on the shelf, lowest first' })
  position: number;

  @Fen({ doc: 'Its lowest list price' })
  priceFen: number;

  @ListOf(() => SkuView, { max: 50, doc: 'Its variants' })
  skus: SkuView[];
}

export class AdminProductPage extends pageOf(AdminProductView) {}

export function toCategoryView({ id, name }: Category): CategoryView {
  return { id: toPublicId('category', id), name };
}

export function toSkuView({ id, name, priceFen, memberPriceFen }: SkuRow): SkuView {
  return { id: toPublicId('sku', id), name, priceFen, memberPriceFen };
}

export function toProductCardView(row: ProductCardRow, soldOut: boolean): ProductCardView {
  return {
    id: toPublicId('product', row.id),
    categoryId: toPublicId('category', row.categoryId),
    name: row.name,
    subtitle: row.subtitle,
    pictureUrl: row.pictures[0] ?? '',
    priceFen: row.fromPriceFen,
    memberPriceFen: row.fromMemberPriceFen,
    soldOut,
  };
}

export function toProductView(
  row: ProductRow,
  skus: readonly SkuRow[],
  availableOf: (skuId: number) => number,
): ProductView {
  return {
    ...toProductCardView(row, !skus.some(({ id }) => availableOf(id) > 0)),
    brandId: toPublicId('brand', row.brandId),
    description: row.description,
    pictures: row.pictures,
    skus: skus.map((sku) => ({ ...toSkuView(sku), available: availableOf(sku.id) })),
  };
}

export function toAdminProductView(row: ProductRow, skus: readonly SkuRow[]): AdminProductView {
  return {
    id: toPublicId('product', row.id),
    brandId: toPublicId('brand', row.brandId),
    categoryId: toPublicId('category', row.categoryId),
    name: row.name,
    subtitle: row.subtitle,
    description: row.description,
    pictures: row.pictures,
    status: row.status,
    position: row.position,
    priceFen: row.fromPriceFen,
    skus: skus.map(toSkuView),
  };
}
