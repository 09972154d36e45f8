import { Injectable } from '@nestjs/common';
import type { StockCountStatus } from '@regulars/shared';
import { Audit } from '../../platform/audit/index.js';
import type { AdminActor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { placeholders, type Reader, type Tx } from '../../platform/database/index.js';
import { Refusal, notFound } from '../../platform/http/index.js';
import { Inventory } from './inventory.js';

export interface StockCountRow {
  readonly id: number;
  readonly brandId: number;
  readonly storeId: number;
  readonly status: StockCountStatus;
  readonly note: string;
  readonly begunAt: Date;
  readonly bookedAt: Date | null;
}

export interface StockCountLine {
  readonly skuId: number;
  readonly expected: number;
  readonly counted: number;
}

const COLUMNS = `id, brand_id AS brandId, store_id AS storeId, status, note, begun_at AS begunAt, booked_at AS bookedAt`;

/** Stock takes: what lies there beside what the books say, and the differences booked once. */
@Injectable()
export class StockCounts {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly inventory: Inventory,
  ) {}

  ofBrand(reader: Reader, brandId: number, beforeId: number, limit: number): Promise<StockCountRow[]> {
    return reader.query<StockCountRow>(
      `SELECT ${COLUMNS} FROM stock_count WHERE brand_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
      [brandId, beforeId, limit],
    );
  }

  /** @throws Refusal `not_found` */
  async find(reader: Reader, brandIds: readonly number[], id: number): Promise<StockCountRow> {
    const row = await reader.one<StockCountRow>(
      `SELECT ${COLUMNS} FROM stock_count WHERE id = ? AND brand_id IN (${placeholders(brandIds.length)})`,
      [id, ...brandIds],
    );
    if (!row) {
      throw notFound();
    }
    return row;
  }

  lines(reader: Reader, countId: number): Promise<StockCountLine[]> {
    return reader.query<StockCountLine>(
      'SELECT sku_id AS skuId, expected, counted FROM stock_count_line WHERE count_id = ? ORDER BY sku_id',
      [countId],
    );
  }

  async begin(tx: Tx, brandId: number, storeId: number, note: string): Promise<number> {
    const { insertId } = await tx.execute(
      "INSERT INTO stock_count (brand_id, store_id, status, note, begun_at) VALUES (?, ?, 'open', ?, ?)",
      [brandId, storeId, note, this.clock.now()],
    );
    return insertId;
  }

  /** What somebody has just counted; counting again replaces it. @throws Refusal `stock_count_closed` */
  async enter(
    tx: Tx,
    { id, storeId }: StockCountRow,
    lines: readonly { skuId: number; counted: number }[],
  ): Promise<void> {
    await this.mustBeOpen(tx, id);
    for (const { skuId, counted } of [...lines].sort((a, b) => a.skuId - b.skuId)) {
      await tx.execute(
        `INSERT INTO stock_count_line (count_id, sku_id, expected, counted)
         SELECT ?, ?, COALESCE(MAX(on_hand), 0), ? FROM stock WHERE sku_id = ? AND store_id = ?
         ON DUPLICATE KEY UPDATE expected = VALUES(expected), counted = VALUES(counted)`,
        [id, skuId, counted, skuId, storeId],
      );
    }
  }

  /** @throws Refusal `stock_count_closed`, `stock_too_low` */
  async book(tx: Tx, admin: AdminActor, count: StockCountRow): Promise<void> {
    await this.mustBeOpen(tx, count.id);
    const lines = await this.lines(tx, count.id);
    await tx.execute("UPDATE stock_count SET status = 'booked', booked_at = ? WHERE id = ?", [
      this.clock.now(),
      count.id,
    ]);
    const different = lines.filter(({ expected, counted }) => counted !== expected);
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId: count.brandId,
      action: 'stock.counted',
      subject: { kind: 'stock-count', id: count.id },
      detail: { lines: lines.length, differences: different.length },
    });
    for (const { skuId, expected, counted } of different) {
      await this.inventory.adjust(tx, {
        kind: 'count',
        skuId,
        storeId: count.storeId,
        quantity: counted - expected,
        causeKey: `count:${count.id}:${skuId}`,
        note: `盘点：账面 ${expected}，实数 ${counted}`,
      });
    }
  }

  /** Nothing of it counts. @throws Refusal `stock_count_closed` */
  async drop(tx: Tx, id: number): Promise<void> {
    await this.mustBeOpen(tx, id);
    await tx.execute("UPDATE stock_count SET status = 'dropped' WHERE id = ?", [id]);
  }

  /** Under lock, so that nobody enters a line while it is being booked. */
  private async mustBeOpen(tx: Tx, id: number): Promise<void> {
    const row = await tx.one<{ status: StockCountStatus }>(
      'SELECT status FROM stock_count WHERE id = ? FOR UPDATE',
      [id],
    );
    if (row?.status !== 'open') {
      throw new Refusal('stock_count_closed');
    }
  }
}
