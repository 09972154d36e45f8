import { Injectable } from '@nestjs/common';
import type { Audience, ProductKind, ProductSort, Spec } from '@regulars/shared';
import { placeholders, type Reader, type SqlValue } from '../../platform/database/index.js';
import type { DetailBlock } from './domain/details.js';
import type { ProductStatus } from './domain/product-statuses.js';
import type { Pieces, Sellable } from './domain/sellable.js';
import type { Shopper } from './domain/shopper.js';

/** What a list shows of a product. */
export interface ProductCardRow {
  readonly id: number;
  readonly categoryId: number;
  readonly kind: ProductKind;
  readonly name: string;
  readonly subtitle: string;
  readonly pictures: string[];
  readonly position: number;
  readonly fromPriceFen: number;
  readonly fromMemberPriceFen: number | null;
  readonly audience: Audience;
  readonly sold: number;
  readonly listedAt: Date | null;
}

export interface ProductRow extends ProductCardRow {
  readonly brandId: number;
  readonly description: string;
  readonly details: DetailBlock[];
  readonly specs: Spec[];
  readonly status: ProductStatus;
  readonly soldOnline: boolean;
  readonly soldInStore: boolean;
  readonly tierLevels: number[];
  readonly listAt: Date | null;
  readonly delistAt: Date | null;
  readonly voucherDays: number | null;
  readonly voucherStoreIds: number[] | null;
}

export interface SkuRef {
  readonly id: number;
  readonly productId: number;
  readonly components: Pieces[];
}

export interface SkuRow extends SkuRef {
  readonly name: string;
  readonly spec: string[];
  readonly priceFen: number;
  readonly memberPriceFen: number | null;
  readonly weightG: number;
}

/** What is in a bundle. */
export interface ComponentRow {
  readonly bundleSkuId: number;
  readonly skuId: number;
  readonly quantity: number;
  readonly productName: string;
  readonly skuName: string;
}

/** A SKU with what a cart needs to know of its product. */
export interface SkuOnSale extends SkuRow {
  readonly kind: ProductKind;
  readonly productName: string;
  readonly pictureUrl: string;
  /** Its category and those above it. */
  readonly categoryIds: number[];
  readonly audience: Audience;
  readonly tierLevels: number[];
}

/** Things of the catalogue that a rule is about. */
export interface Goods {
  readonly productIds: readonly number[];
  readonly categoryIds: readonly number[];
  readonly skuIds: readonly number[];
}

/** A condition on a SKU's stock, worded by whoever keeps the stock; `?` stands for its parameters. */
export interface StockCondition {
  /** Both are expressions of SQL: the SKU's number, and how many pieces of it have to be there. */
  readonly sql: (skuId: string, pieces: string) => string;
  readonly params: readonly SqlValue[];
}

export interface ShelfFilter {
  readonly brandId: number;
  readonly categoryIds?: readonly number[];
  /** At least one of each group. */
  readonly tagIds?: readonly (readonly number[])[];
  /** Each of them is found in the product. */
  readonly words?: readonly string[];
  readonly minFen?: number;
  readonly maxFen?: number;
  readonly stocked?: StockCondition;
}

/** The sort key of the last one seen. */
export interface ShelfPosition {
  readonly key: number;
  readonly id: number;
}

interface Order {
  readonly column: string;
  readonly down: boolean;
}

const ORDERS: Readonly<Record<ProductSort, Order>> = {
  recommended: { column: 'position', down: false },
  newest: { column: 'listed_at', down: true },
  sales: { column: 'sold', down: true },
  price_up: { column: 'from_price_fen', down: false },
  price_down: { column: 'from_price_fen', down: true },
};

const CARD_COLUMNS = `id, category_id AS categoryId, kind, name, subtitle, pictures, position, from_price_fen AS fromPriceFen,
  from_member_price_fen AS fromMemberPriceFen, audience, sold, listed_at AS listedAt`;
const PRODUCT_COLUMNS = `${CARD_COLUMNS}, brand_id AS brandId, description, details, specs, status, sold_online AS soldOnline,
  sold_in_store AS soldInStore, audience_tiers AS tierLevels, list_at AS listAt, delist_at AS delistAt,
  voucher_days AS voucherDays, voucher_stores AS voucherStoreIds`;

const SKU_COLUMNS = `s.id, s.product_id AS productId, s.name, s.spec, s.price_fen AS priceFen,
  s.member_price_fen AS memberPriceFen, s.weight_g AS weightG`;
const COUNTED_COLUMNS = 'b.sku_id AS componentId, b.quantity AS componentQuantity';
const COUNTED_COMPONENTS = 'LEFT JOIN bundle_component b ON b.bundle_sku_id = s.id AND b.counted = 1';

type StoredCard = Omit<ProductCardRow, 'pictures'> & { pictures: string };
type StoredProduct = Omit<
  ProductRow,
  'pictures' | 'details' | 'specs' | 'soldOnline' | 'soldInStore' | 'tierLevels' | 'voucherStoreIds'
> & {
  pictures: string;
  details: string | null;
  specs: string | null;
  soldOnline: number;
  soldInStore: number;
  tierLevels: string;
  voucherStoreIds: string | null;
};

interface Component {
  componentId: number | null;
  componentQuantity: number | null;
}
type StoredSku<T extends SkuRow> = Omit<T, 'spec' | 'components'> & Component & { spec: string | null };

/** The hot reads of the shelf, by hand. */
@Injectable()
export class CatalogueRepository {
  /** On sale to this shopper, sorted, behind `after`. */
  async shelf(
    reader: Reader,
    filter: ShelfFilter,
    shopper: Shopper,
    sort: ProductSort,
    after: ShelfPosition | undefined,
    limit: number,
  ): Promise<ProductCardRow[]> {
    const { column, down } = ORDERS[sort];
    const where = new Conditions();
    where.add('brand_id = ?', filter.brandId);
    where.add("status = 'on_sale' AND sold_online = 1");
    addAudience(where, shopper);
    addFilter(where, filter);
    if (after) {
      const key = sort === 'newest' ? new Date(after.key) : after.key;
      const beyond = down ? '<' : '>';
      // Not a row comparison, which no index serves.
      where.add(`(${column} ${beyond} ? OR (${column} = ? AND id ${beyond} ?))`, key, key, after.id);
    }
    const direction = down ? 'DESC' : 'ASC';
    const rows = await reader.query<StoredCard>(
      `SELECT ${CARD_COLUMNS} FROM product WHERE ${where.sql} ORDER BY ${column} ${direction}, id ${direction} LIMIT ?`,
      [...where.params, limit],
    );
    return rows.map(toCard);
  }

  /** Whether anything of the brand is kept for some. */
  async hasAudiences(reader: Reader, brandId: number): Promise<boolean> {
    const row = await reader.one(
      "SELECT 1 FROM product WHERE brand_id = ? AND audience IN ('members', 'tiers') LIMIT 1",
      [brandId],
    );
    return row !== undefined;
  }

  /** Whoever asks looks at its audience. */
  async onSale(reader: Reader, productId: number): Promise<ProductRow | undefined> {
    const row = await reader.one<StoredProduct>(
      `SELECT ${PRODUCT_COLUMNS} FROM product WHERE id = ? AND status = 'on_sale' AND sold_online = 1`,
      [productId],
    );
    return row && toProduct(row);
  }

  /** Cards of these that are on sale to the shopper, in no order. */
  async cardsOf(
    reader: Reader,
    brandId: number,
    productIds: readonly number[],
    shopper: Shopper,
  ): Promise<ProductCardRow[]> {
    if (productIds.length === 0) {
      return [];
    }
    const where = new Conditions();
    where.add(`id IN (${placeholders(productIds.length)})`, ...productIds);
    where.add("brand_id = ? AND status = 'on_sale' AND sold_online = 1", brandId);
    addAudience(where, shopper);
    const rows = await reader.query<StoredCard>(
      `SELECT ${CARD_COLUMNS} FROM product WHERE ${where.sql}`,
      where.params,
    );
    return rows.map(toCard);
  }

  /** Answered by the indexes alone. */
  async skuRefsOf(reader: Reader, productIds: readonly number[]): Promise<SkuRef[]> {
    if (productIds.length === 0) {
      return [];
    }
    const rows = await reader.query<Component & { id: number; productId: number }>(
      `SELECT s.id, s.product_id AS productId, ${COUNTED_COLUMNS} FROM sku s ${COUNTED_COMPONENTS}
       WHERE s.product_id IN (${placeholders(productIds.length)}) AND s.archived_at IS NULL`,
      [...productIds],
    );
    return gathered(rows, ({ id, productId }) => ({ id, productId }));
  }

  async skusOf(reader: Reader, productIds: readonly number[]): Promise<SkuRow[]> {
    if (productIds.length === 0) {
      return [];
    }
    const rows = await reader.query<StoredSku<SkuRow>>(
      `SELECT ${SKU_COLUMNS}, ${COUNTED_COLUMNS} FROM sku s ${COUNTED_COMPONENTS}
       WHERE s.product_id IN (${placeholders(productIds.length)}) AND s.archived_at IS NULL
       ORDER BY s.product_id, s.position, s.id`,
      [...productIds],
    );
    return gathered(rows, toSku);
  }

  /** All that is in these bundles, counted or not. */
  componentsOf(reader: Reader, bundleSkuIds: readonly number[]): Promise<ComponentRow[]> {
    if (bundleSkuIds.length === 0) {
      return Promise.resolve([]);
    }
    return reader.query<ComponentRow>(
      `SELECT b.bundle_sku_id AS bundleSkuId, b.sku_id AS skuId, b.quantity, p.name AS productName, s.name AS skuName
       FROM bundle_component b JOIN sku s ON s.id = b.sku_id JOIN product p ON p.id = s.product_id
       WHERE b.bundle_sku_id IN (${placeholders(bundleSkuIds.length)}) ORDER BY b.bundle_sku_id, b.sku_id`,
      [...bundleSkuIds],
    );
  }

  /** Those of the wanted SKUs that the brand sells right now, whoever they are kept for. */
  async skusOnSale(reader: Reader, brandId: number, skuIds: readonly number[]): Promise<SkuOnSale[]> {
    const rows = await reader.query<
      StoredSku<Omit<SkuOnSale, 'pictureUrl' | 'tierLevels' | 'categoryIds'>> & {
        pictures: string;
        tierLevels: string;
        categoryId: number;
        parentId: number | null;
        grandparentId: number | null;
      }
    >(
      `SELECT ${SKU_COLUMNS}, ${COUNTED_COLUMNS}, p.kind, p.name AS productName, p.pictures, p.audience,
              p.audience_tiers AS tierLevels, c.id AS categoryId, c.parent_id AS parentId, above.parent_id AS grandparentId
       FROM sku s JOIN product p ON p.id = s.product_id
       JOIN category c ON c.id = p.category_id LEFT JOIN category above ON above.id = c.parent_id
       ${COUNTED_COMPONENTS}
       WHERE s.id IN (${placeholders(skuIds.length)}) AND s.brand_id = ? AND s.archived_at IS NULL
         AND p.status = 'on_sale' AND p.sold_online = 1`,
      [...skuIds, brandId],
    );
    return gathered(rows, ({ pictures, tierLevels, categoryId, parentId, grandparentId, ...row }) => ({
      ...toSku(row),
      kind: row.kind,
      productName: row.productName,
      audience: row.audience,
      pictureUrl: parseList(pictures)[0] ?? '',
      tierLevels: parseLevels(tierLevels),
      categoryIds: [categoryId, parentId, grandparentId].filter((id) => id !== null),
    }));
  }

  /** On sale or not: what was sold has to be known for as long as it may come back. */
  async sellables(reader: Reader, skuIds: readonly number[]): Promise<Sellable[]> {
    const rows = await reader.query<Component & { id: number; kind: ProductKind }>(
      `SELECT s.id, p.kind, ${COUNTED_COLUMNS} FROM sku s JOIN product p ON p.id = s.product_id ${COUNTED_COMPONENTS}
       WHERE s.id IN (${placeholders(skuIds.length)})`,
      [...skuIds],
    );
    return gathered(rows, ({ id, kind }) => ({ id, kind }));
  }

  skusOfBrand(
    reader: Reader,
    brandId: number,
    afterId: number,
    limit: number,
  ): Promise<{ id: number; productId: number; name: string; productName: string }[]> {
    return reader.query(
      `SELECT s.id, s.product_id AS productId, s.name, p.name AS productName
       FROM sku s JOIN product p ON p.id = s.product_id
       WHERE s.brand_id = ? AND s.id > ? AND s.archived_at IS NULL AND p.status <> 'archived' AND p.kind = 'goods'
       ORDER BY s.id LIMIT ?`,
      [brandId, afterId, limit],
    );
  }

  /** What these SKUs are called, also when they left the shelf. */
  namesOfSkus(
    reader: Reader,
    brandId: number,
    skuIds: readonly number[],
  ): Promise<{ id: number; productId: number; name: string; productName: string; kind: ProductKind }[]> {
    if (skuIds.length === 0) {
      return Promise.resolve([]);
    }
    return reader.query(
      `SELECT s.id, s.product_id AS productId, s.name, p.name AS productName, p.kind
       FROM sku s JOIN product p ON p.id = s.product_id
       WHERE s.id IN (${placeholders(skuIds.length)}) AND s.brand_id = ?`,
      [...skuIds, brandId],
    );
  }

  findSku(
    reader: Reader,
    skuId: number,
  ): Promise<{ id: number; brandId: number; kind: ProductKind } | undefined> {
    return reader.one(
      `SELECT s.id, s.brand_id AS brandId, p.kind FROM sku s JOIN product p ON p.id = s.product_id WHERE s.id = ?`,
      [skuId],
    );
  }

  async ofOneBrand(
    reader: Reader,
    brandId: number,
    { productIds, categoryIds, skuIds }: Goods,
  ): Promise<boolean> {
    const lists = [
      ['product', productIds],
      ['category', categoryIds],
      ['sku', skuIds],
    ] as const;
    for (const [table, ids] of lists) {
      const wanted = new Set(ids);
      const row =
        wanted.size === 0
          ? { found: 0 }
          : await reader.one<{ found: number }>(
              `SELECT COUNT(*) AS found FROM ${table} WHERE brand_id = ? AND id IN (${placeholders(wanted.size)})`,
              [brandId, ...wanted],
            );
      if (row?.found !== wanted.size) {
        return false;
      }
    }
    return true;
  }

  /** Newest first, whatever their status. */
  async ofBrand(
    reader: Reader,
    filter: {
      brandId: number;
      status?: ProductStatus;
      categoryIds?: readonly number[];
      words?: readonly string[];
      beforeId: number;
    },
    limit: number,
  ): Promise<ProductRow[]> {
    const where = new Conditions();
    where.add('brand_id = ? AND id < ?', filter.brandId, filter.beforeId);
    if (filter.status) {
      where.add('status = ?', filter.status);
    }
    addFilter(where, filter);
    const rows = await reader.query<StoredProduct>(
      `SELECT ${PRODUCT_COLUMNS} FROM product WHERE ${where.sql} ORDER BY id DESC LIMIT ?`,
      [...where.params, limit],
    );
    return rows.map(toProduct);
  }

  async find(
    reader: Reader,
    productId: number,
    brandIds: readonly number[],
  ): Promise<ProductRow | undefined> {
    const row = await reader.one<StoredProduct>(
      `SELECT ${PRODUCT_COLUMNS} FROM product WHERE id = ? AND brand_id IN (${placeholders(brandIds.length)})`,
      [productId, ...brandIds],
    );
    return row && toProduct(row);
  }
}

class Conditions {
  private readonly parts: string[] = [];
  readonly params: SqlValue[] = [];

  add(sql: string, ...params: readonly SqlValue[]): void {
    this.parts.push(sql);
    this.params.push(...params);
  }

  get sql(): string {
    return this.parts.join(' AND ');
  }
}

function addAudience(where: Conditions, { isMember, tierLevel }: Shopper): void {
  if (!isMember) {
    where.add("audience = 'everyone'");
  } else if (tierLevel === null) {
    where.add("audience IN ('everyone', 'members')");
  } else {
    where.add("(audience IN ('everyone', 'members') OR FIND_IN_SET(?, audience_tiers))", String(tierLevel));
  }
}

function addFilter(where: Conditions, filter: ShelfFilter): void {
  const { brandId, categoryIds, tagIds = [], words = [], minFen, maxFen, stocked } = filter;
  if (categoryIds) {
    where.add(`category_id IN (${placeholders(categoryIds.length)})`, ...categoryIds);
  }
  for (const group of tagIds) {
    where.add(
      `id IN (SELECT product_id FROM product_tag WHERE tag_id IN (${placeholders(group.length)}))`,
      ...group,
    );
  }
  for (const word of words) {
    where.add(
      'id IN (SELECT product_id FROM product_search_term WHERE brand_id = ? AND term LIKE ?)',
      brandId,
      `${word}%`,
    );
  }
  if (minFen !== undefined) {
    where.add('from_price_fen >= ?', minFen);
  }
  if (maxFen !== undefined) {
    where.add('from_price_fen <= ?', maxFen);
  }
  if (stocked) {
    where.add(IN_STOCK(stocked), ...stocked.params, ...stocked.params);
  }
}

/** Any variant of a thing, all that a variant of a bundle is made of, and always what nobody counts. */
const IN_STOCK = ({ sql }: StockCondition): string => `(kind IN ('voucher', 'service')
  OR (kind = 'goods' AND EXISTS (
    SELECT 1 FROM sku s WHERE s.product_id = product.id AND s.archived_at IS NULL AND ${sql('s.id', '1')}))
  OR (kind = 'bundle' AND EXISTS (
    SELECT 1 FROM sku s WHERE s.product_id = product.id AND s.archived_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM bundle_component b WHERE b.bundle_sku_id = s.id AND b.counted = 1 AND NOT ${sql('b.sku_id', 'b.quantity')}))))`;

function toCard(row: StoredCard): ProductCardRow {
  return { ...row, pictures: parseList(row.pictures) };
}

function toProduct(row: StoredProduct): ProductRow {
  return {
    ...row,
    pictures: parseList(row.pictures),
    details: parse<DetailBlock[]>(row.details) ?? [],
    specs: parse<Spec[]>(row.specs) ?? [],
    soldOnline: row.soldOnline === 1,
    soldInStore: row.soldInStore === 1,
    tierLevels: parseLevels(row.tierLevels),
    voucherStoreIds: parse<number[]>(row.voucherStoreIds),
  };
}

function toSku(row: Omit<StoredSku<SkuRow>, keyof Component>): Omit<SkuRow, 'components'> {
  const { id, productId, name, spec, priceFen, memberPriceFen, weightG } = row;
  return { id, productId, name, spec: parse<string[]>(spec) ?? [], priceFen, memberPriceFen, weightG };
}

/** A bundle comes once for each of its parts; here they are together. */
function gathered<R extends Component & { id: number }, T extends { id: number }>(
  rows: readonly R[],
  view: (row: R) => T,
): (T & { components: Pieces[] })[] {
  const found = new Map<number, T & { components: Pieces[] }>();
  for (const row of rows) {
    const one = found.get(row.id) ?? { ...view(row), components: [] };
    if (row.componentId !== null && row.componentQuantity !== null) {
      one.components.push({ skuId: row.componentId, quantity: row.componentQuantity });
    }
    found.set(row.id, one);
  }
  return [...found.values()];
}

function parse<T>(text: string | null): T | null {
  return text === null ? null : (JSON.parse(text) as T);
}

function parseList(text: string): string[] {
  return JSON.parse(text) as string[];
}

function parseLevels(text: string): number[] {
  return text === '' ? [] : text.split(',').map(Number);
}
