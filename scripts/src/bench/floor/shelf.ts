import { fromPublicId, toPublicId } from '@regulars/server/platform/ids/public-id';
import { marks, type FloorDatabase, type Value } from './database.js';
import { Refused } from './refused.js';

interface ProductRow {
  id: number;
  brandId: number;
  categoryId: number;
  name: string;
  subtitle: string;
  description: string;
  pictures: string;
  position: number;
  fromPriceFen: number;
  fromMemberPriceFen: number | null;
}

interface SkuRow {
  id: number;
  name: string;
  priceFen: number;
  memberPriceFen: number | null;
  available: number | null;
}

const COLUMNS = `id, brand_id AS brandId, category_id AS categoryId, name, subtitle, description, pictures, position,
  from_price_fen AS fromPriceFen, from_member_price_fen AS fromMemberPriceFen`;

/** A page of the shelf behind a position: the page, then what is left of it. */
export async function listByCursor(database: FloorDatabase, query: URLSearchParams): Promise<object> {
  const limit = Number(query.get('limit') ?? 20);
  const after = query.get('after');
  const [position, id] =
    after === null ? [-1, 0] : (JSON.parse(Buffer.from(after, 'base64url').toString()) as [number, number]);
  const rows = await database.rows<ProductRow>(
    `SELECT ${COLUMNS} FROM product WHERE brand_id = ? AND status = 'on_sale'
        AND (position > ? OR (position = ? AND id > ?)) ORDER BY position, id LIMIT ?`,
    [brandOf(query), position, position, id, limit + 1],
  );
  return cards(database, rows, limit);
}

/** The same page the usual way: counted, and by offset. */
export async function listByOffset(database: FloorDatabase, query: URLSearchParams): Promise<object> {
  const limit = Number(query.get('limit') ?? 20);
  const brandId = brandOf(query);
  const [[counted], rows] = await Promise.all([
    database.rows<{ total: number }>(
      "SELECT COUNT(*) AS total FROM product WHERE brand_id = ? AND status = 'on_sale'",
      [brandId],
    ),
    database.rows<ProductRow>(
      `SELECT ${COLUMNS} FROM product WHERE brand_id = ? AND status = 'on_sale' ORDER BY position, id LIMIT ? OFFSET ?`,
      [brandId, limit + 1, Number(query.get('offset'))],
    ),
  ]);
  return { ...(await cards(database, rows, limit)), total: counted?.total ?? 0 };
}

async function cards(database: FloorDatabase, rows: ProductRow[], limit: number): Promise<object> {
  const shown = rows.slice(0, limit);
  const left = await database.rows<{ productId: number }>(
    `SELECT sku.product_id AS productId FROM sku JOIN stock ON stock.sku_id = sku.id
      WHERE sku.product_id IN (${marks(shown.length)}) AND sku.archived_at IS NULL
      GROUP BY sku.product_id HAVING MAX(stock.on_hand - stock.reserved) > 0`,
    shown.map(({ id }): Value => id),
  );
  const inStock = new Set(left.map(({ productId }) => productId));
  const last = shown.at(-1);
  return {
    items: shown.map((row) => card(row, !inStock.has(row.id))),
    next:
      rows.length > limit && last
        ? Buffer.from(JSON.stringify([last.position, last.id])).toString('base64url')
        : null,
  };
}

/** The product, then its variants with what the best stocked store has of each. */
export async function detail(database: FloorDatabase, publicId: string): Promise<object> {
  const id = fromPublicId('product', publicId) ?? 0;
  const [row] = await database.rows<ProductRow>(
    `SELECT ${COLUMNS} FROM product WHERE id = ? AND status = 'on_sale'`,
    [id],
  );
  if (!row) {
    throw new Refused(404, 'No such product');
  }
  const skus = await database.rows<SkuRow>(
    `SELECT sku.id, sku.name, sku.price_fen AS priceFen, sku.member_price_fen AS memberPriceFen,
            (SELECT MAX(on_hand - reserved) FROM stock WHERE sku_id = sku.id) AS available
       FROM sku WHERE sku.product_id = ? AND sku.archived_at IS NULL ORDER BY sku.position, sku.id`,
    [id],
  );
  return {
    ...card(row, !skus.some(({ available }) => (available ?? 0) > 0)),
    brandId: toPublicId('brand', row.brandId),
    description: row.description,
    pictures: JSON.parse(row.pictures) as string[],
    skus: skus.map(({ available, ...sku }) => ({
      ...sku,
      id: toPublicId('sku', sku.id),
      available: available ?? 0,
    })),
  };
}

function card(row: ProductRow, soldOut: boolean): object {
  return {
    id: toPublicId('product', row.id),
    categoryId: toPublicId('category', row.categoryId),
    name: row.name,
    subtitle: row.subtitle,
    pictureUrl: (JSON.parse(row.pictures) as string[])[0] ?? '',
    priceFen: row.fromPriceFen,
    memberPriceFen: row.fromMemberPriceFen,
    soldOut,
  };
}

const brandOf = (query: URLSearchParams): number => fromPublicId('brand', query.get('brandId') ?? '') ?? 0;
