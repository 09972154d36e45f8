import { Injectable } from '@nestjs/common';
import { placeholders, rowPlaceholders, type Tx } from '../../../platform/database/index.js';
import { JobHandler, Jobs, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import { Database } from '../../../platform/database/index.js';
import { termsOf } from '../domain/search-terms.js';

export const INDEX_SEARCH = 'catalogue.index-search';

export interface IndexBrand {
  readonly brandId: number;
  readonly afterId: number;
}

const PRODUCTS_AT_ONCE = 50;

/** Keeps what products are found by: their names, their categories, their tags and their specs. */
@Injectable()
export class IndexSearch {
  constructor(private readonly jobs: Jobs) {}

  async products(tx: Tx, brandId: number, productIds: readonly number[]): Promise<void> {
    if (productIds.length === 0) {
      return;
    }
    const wanted = placeholders(productIds.length);
    const texts = await tx.query<{ productId: number; text: string }>(
      `SELECT id AS productId, name AS text FROM product WHERE id IN (${wanted})
       UNION ALL SELECT id, subtitle FROM product WHERE id IN (${wanted})
       UNION ALL SELECT p.id, c.name FROM product p JOIN category c ON c.id = p.category_id WHERE p.id IN (${wanted})
       UNION ALL SELECT pt.product_id, t.name FROM product_tag pt JOIN goods_tag t ON t.id = pt.tag_id WHERE pt.product_id IN (${wanted})
       UNION ALL SELECT product_id, name FROM sku WHERE product_id IN (${wanted}) AND archived_at IS NULL`,
      [...productIds, ...productIds, ...productIds, ...productIds, ...productIds],
    );
    await tx.execute(`DELETE FROM product_search_term WHERE product_id IN (${wanted})`, [...productIds]);
    for (const productId of productIds) {
      const own = texts.filter((row) => row.productId === productId);
      const terms = [...new Set(own.flatMap(({ text }) => termsOf(text)))];
      if (terms.length > 0) {
        await tx.execute(
          `INSERT INTO product_search_term (brand_id, term, product_id) VALUES ${rowPlaceholders(terms.length, 3)}`,
          terms.flatMap((term) => [brandId, term, productId]),
        );
      }
    }
  }

  /** For a word that many products share. */
  async schedule(tx: Tx, brandId: number): Promise<void> {
    await this.jobs.schedule(tx, {
      kind: INDEX_SEARCH,
      payload: { brandId, afterId: 0 } satisfies IndexBrand,
    });
  }
}

/** Goes through a brand's products, some at a time. */
@JobHandler(INDEX_SEARCH)
export class IndexSearchOfBrand implements HandlesJob<IndexBrand> {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly indexSearch: IndexSearch,
  ) {}

  async run({ brandId, afterId }: IndexBrand, settle: Settle): Promise<void> {
    const rows = await this.database.query<{ id: number }>(
      'SELECT id FROM product WHERE brand_id = ? AND id > ? ORDER BY id LIMIT ?',
      [brandId, afterId, PRODUCTS_AT_ONCE],
    );
    const ids = rows.map(({ id }) => id);
    await settle(async (tx) => {
      // Under lock, in the order of their numbers: a product that is being saved keeps what its editor knows.
      if (ids.length > 0) {
        await tx.query(
          `SELECT id FROM product WHERE id IN (${placeholders(ids.length)}) ORDER BY id FOR UPDATE`,
          ids,
        );
      }
      await this.indexSearch.products(tx, brandId, ids);
      const last = ids.at(-1);
      if (last !== undefined && ids.length === PRODUCTS_AT_ONCE) {
        const payload = { brandId, afterId: last } satisfies IndexBrand;
        await this.jobs.schedule(tx, { kind: INDEX_SEARCH, payload });
      }
    });
  }
}
