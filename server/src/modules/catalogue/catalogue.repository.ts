import { Injectable } from '@nestjs/common';
import { placeholders, type Reader, type SqlValue } from '../../platform/database/index.js';
import type { ProductStatus } from './domain/product-statuses.js';

/** What a list shows of a product. */
export interface ProductCardRow {
  readonly id: number;
  readonly categoryId: number;
  readonly name: string;
  readonly subtitle: string;
  readonly pictures: string[];
  readonly position: number;
  readonly fromPriceFen: number;
  readonly fromMemberPriceFen: number | null;
}

export interface ProductRow extends ProductCardRow {
  readonly brandId: number;
  readonly description: string;
  readonly status: ProductStatus;
}

export interface SkuRef {
  readonly id: number;
  readonly productId: number;
}

export interface SkuRow extends SkuRef {
  readonly name: string;
  readonly priceFen: number;
  readonly memberPriceFen: number | null;
}

/** A SKU with what a cart needs to know of its product. */
export interface SkuOnSale extends SkuRow {
  readonly productName: string;
  readonly pictureUrl: string;
}

export interface ShelfPosition {
  readonly position: number;
  readonly id: number;
}

const CARD_COLUMNS = `id, category_id AS categoryId, name, subtitle, pictures, position, from_price_fen AS fromPriceFen,
  from_member_price_fen AS fromMemberPriceFen`;
const PRODUCT_COLUMNS = `${CARD_COLUMNS}, brand_id AS brandId, description, status`;

const SKU_COLUMNS =
  'id, product_id AS productId, name, price_fen AS priceFen, member_price_fen AS memberPriceFen';

type Stored<T extends { pictures: string[] }> = Omit<T, 'pictures'> & { pictures: string };

/** The hot reads of the shelf, by hand. */
@Injectable()
export class CatalogueRepository {
  /** On sale, in the order of the shelf, behind `after`. */
  async shelf(
    reader: Reader,
    filter: { brandId: number; categoryId?: number },
    after: ShelfPosition | undefined,
    limit: number,
  ): Promise<ProductCardRow[]> {
    const conditions = ['brand_id = ?', "status = 'on_sale'"];
    const params: SqlValue[] = [filter.brandId];
    if (filter.categoryId !== undefined) {
      conditions.push('category_id = ?');
      params.push(filter.categoryId);
    }
    if (after) {
      // Not a row comparison, which no index serves.
      conditions.push('(position > ? OR (position = ? AND id > ?))');
      params.push(after.position, after.position, after.id);
    }
    const rows = await reader.query<Stored<ProductCardRow>>(
      `SELECT ${CARD_COLUMNS} FROM product WHERE ${conditions.join(' AND ')} ORDER BY position, id LIMIT ?`,
      [...params, limit],
    );
    return rows.map(withPictures);
  }

  async onSale(reader: Reader, productId: number): Promise<ProductRow | undefined> {
    const row = await reader.one<Stored<ProductRow>>(
      `SELECT ${PRODUCT_COLUMNS} FROM product WHERE id = ? AND status = 'on_sale'`,
      [productId],
    );
    return row && withPictures(row);
  }

  /** Answered by the index alone. */
  skuRefsOf(reader: Reader, productIds: readonly number[]): Promise<SkuRef[]> {
    if (productIds.length === 0) {
      return Promise.resolve([]);
    }
    return reader.query<SkuRef>(
      `SELECT id, product_id AS productId FROM sku
       WHERE product_id IN (${placeholders(productIds.length)}) AND archived_at IS NULL`,
      [...productIds],
    );
  }

  skusOf(reader: Reader, productIds: readonly number[]): Promise<SkuRow[]> {
    if (productIds.length === 0) {
      return Promise.resolve([]);
    }
    return reader.query<SkuRow>(
      `SELECT ${SKU_COLUMNS} FROM sku WHERE product_id IN (${placeholders(productIds.length)}) AND archived_at IS NULL
       ORDER BY product_id, position, id`,
      [...productIds],
    );
  }

  /** Those of the wanted SKUs that the brand sells right now. */
  async skusOnSale(reader: Reader, brandId: number, skuIds: readonly number[]): Promise<SkuOnSale[]> {
    const rows = await reader.query<Omit<SkuOnSale, 'pictureUrl'> & { pictures: string }>(
      `SELECT s.id, s.product_id AS productId, s.name, s.price_fen AS priceFen, s.member_price_fen AS memberPriceFen,
              p.name AS productName, p.pictures
       FROM sku s JOIN product p ON p.id = s.product_id
       WHERE s.id IN (${placeholders(skuIds.length)}) AND s.brand_id = ? AND s.archived_at IS NULL AND p.status = 'on_sale'`,
      [...skuIds, brandId],
    );
    return rows.map(({ pictures, ...row }) => ({ ...row, pictureUrl: parsePictures(pictures)[0] ?? '' }));
  }

  skusOfBrand(
    reader: Reader,
    brandId: number,
    afterId: number,
    limit: number,
  ): Promise<(SkuRow & { productName: string })[]> {
    return reader.query(
      `SELECT s.id, s.product_id AS productId, s.name, s.price_fen AS priceFen, s.member_price_fen AS memberPriceFen,
              p.name AS productName
       FROM sku s JOIN product p ON p.id = s.product_id
       WHERE s.brand_id = ? AND s.id > ? AND s.archived_at IS NULL AND p.status <> 'archived'
       ORDER BY s.id LIMIT ?`,
      [brandId, afterId, limit],
    );
  }

  findSku(reader: Reader, skuId: number): Promise<{ id: number; brandId: number } | undefined> {
    return reader.one('SELECT id, brand_id AS brandId FROM sku WHERE id = ?', [skuId]);
  }

  /** Newest first, whatever their status. */
  async ofBrand(
    reader: Reader,
    filter: { brandId: number; status?: ProductStatus; beforeId: number },
    limit: number,
  ): Promise<ProductRow[]> {
    const rows = await reader.query<Stored<ProductRow>>(
      `SELECT ${PRODUCT_COLUMNS} FROM product WHERE brand_id = ? AND id < ? ${filter.status ? 'AND status = ?' : ''}
       ORDER BY id DESC LIMIT ?`,
      [filter.brandId, filter.beforeId, ...(filter.status ? [filter.status] : []), limit],
    );
    return rows.map(withPictures);
  }

  async find(
    reader: Reader,
    productId: number,
    brandIds: readonly number[],
  ): Promise<ProductRow | undefined> {
    const row = await reader.one<Stored<ProductRow>>(
      `SELECT ${PRODUCT_COLUMNS} FROM product WHERE id = ? AND brand_id IN (${placeholders(brandIds.length)})`,
      [productId, ...brandIds],
    );
    return row && withPictures(row);
  }
}

function withPictures<T extends ProductCardRow>(row: Stored<T>): T {
  return { ...row, pictures: parsePictures(row.pictures) } as unknown as T;
}

function parsePictures(text: string): string[] {
  return JSON.parse(text) as string[];
}
