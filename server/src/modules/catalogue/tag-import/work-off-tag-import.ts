import type { TagImportStatus } from '@regulars/shared';
import { Clock } from '../../../platform/clock/index.js';
import { Database, placeholders, type Tx } from '../../../platform/database/index.js';
import { fromPublicId } from '../../../platform/ids/index.js';
import { JobHandler, Jobs, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import { ProductLookup } from '../product-lookup.js';
import { IndexSearch } from '../search/index-search.js';
import { TagByName } from './tag-by-name.js';

export const WORK_OFF_TAG_IMPORT = 'catalogue.work-off-tag-import';

export interface TagImportDue {
  readonly importId: number;
  readonly afterRow: number;
}

interface Running {
  readonly brandId: number;
  readonly status: TagImportStatus;
}

interface Row {
  readonly rowNo: number;
  readonly product: string;
  readonly tags: string;
  readonly productId: number | null;
  readonly error: string | null;
}

const ROWS_AT_ONCE = 100;

/** Some rows at a time, each lot with its progress in one transaction; killed in between, it goes on where it was. */
@JobHandler(WORK_OFF_TAG_IMPORT)
export class WorkOffTagImport implements HandlesJob<TagImportDue> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly tagByName: TagByName,
    private readonly indexSearch: IndexSearch,
    private readonly products: ProductLookup,
  ) {}

  async run({ importId, afterRow }: TagImportDue, settle: Settle): Promise<void> {
    const running = await this.database.one<Running>(
      'SELECT brand_id AS brandId, status FROM tag_import WHERE id = ?',
      [importId],
    );
    const rows = await this.database.query<Row>(
      `SELECT row_no AS rowNo, product, tags, product_id AS productId, error FROM tag_import_row
       WHERE import_id = ? AND row_no > ? ORDER BY row_no LIMIT ?`,
      [importId, afterRow, ROWS_AT_ONCE],
    );
    await settle(async (tx) => {
      if (running?.status === 'checking') {
        await this.check(tx, importId, running.brandId, rows);
      } else if (running?.status === 'applying') {
        await this.apply(tx, running.brandId, rows);
      }
      await this.goOn(tx, importId, rows);
    });
  }

  private async check(tx: Tx, importId: number, brandId: number, rows: readonly Row[]): Promise<void> {
    const sound = rows.filter(({ error }) => error === null);
    const byName = await this.productsByName(
      tx,
      brandId,
      sound.map(({ product }) => product),
    );
    for (const { rowNo, product } of sound) {
      const ids = byName.get(product) ?? [];
      const error =
        ids.length === 1 ? null : ids.length === 0 ? '没有找到这个商品' : '有几个商品同名，请改用商品编号';
      await tx.execute(
        'UPDATE tag_import_row SET product_id = ?, error = ? WHERE import_id = ? AND row_no = ?',
        [error === null ? (ids[0] ?? null) : null, error, importId, rowNo],
      );
    }
  }

  private async productsByName(
    tx: Tx,
    brandId: number,
    written: readonly string[],
  ): Promise<Map<string, number[]>> {
    const ids = written.map((text) => fromPublicId('product', text) ?? 0);
    if (written.length === 0) {
      return new Map();
    }
    const found = await tx.query<{ id: number; name: string }>(
      `SELECT id, name FROM product WHERE brand_id = ? AND status <> 'archived'
         AND (id IN (${placeholders(ids.length)}) OR name IN (${placeholders(written.length)}))`,
      [brandId, ...ids, ...written],
    );
    return new Map(
      written.map((text, index) => [
        text,
        found.filter(({ id, name }) => id === ids[index] || name === text).map(({ id }) => id),
      ]),
    );
  }

  private async apply(tx: Tx, brandId: number, rows: readonly Row[]): Promise<void> {
    const touched = new Set<number>();
    for (const { productId, tags, error } of rows) {
      if (productId === null || error !== null) {
        continue;
      }
      await tx.query('SELECT id FROM product WHERE id = ? FOR UPDATE', [productId]);
      for (const [dimension, names] of Object.entries(JSON.parse(tags) as Record<string, string[]>)) {
        await this.tagByName.replace(tx, { brandId, productId, dimension, names });
      }
      touched.add(productId);
    }
    await this.indexSearch.products(tx, brandId, [...touched]);
    tx.afterCommit(() => this.products.changed());
  }

  private async goOn(tx: Tx, importId: number, rows: readonly Row[]): Promise<void> {
    await tx.execute('UPDATE tag_import SET done = done + ? WHERE id = ?', [rows.length, importId]);
    const last = rows.at(-1);
    if (last && rows.length === ROWS_AT_ONCE) {
      const payload = { importId, afterRow: last.rowNo } satisfies TagImportDue;
      await this.jobs.schedule(tx, { kind: WORK_OFF_TAG_IMPORT, payload });
      return;
    }
    await tx.execute(
      `UPDATE tag_import SET finished_at = ?, status = CASE status WHEN 'checking' THEN 'checked' ELSE 'applied' END
        WHERE id = ? AND status IN ('checking', 'applying')`,
      [this.clock.now(), importId],
    );
  }
}
