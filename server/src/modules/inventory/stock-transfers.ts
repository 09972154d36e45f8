import { Injectable } from '@nestjs/common';
import type { StockTransferStatus } from '@regulars/shared';
import { Clock } from '../../platform/clock/index.js';
import { placeholders, rowPlaceholders, type Reader, type Tx } from '../../platform/database/index.js';
import { Refusal, notFound } from '../../platform/http/index.js';
import { Inventory, type StockLine } from './inventory.js';

export interface StockTransferRow {
  readonly id: number;
  readonly brandId: number;
  readonly fromStoreId: number;
  readonly toStoreId: number;
  readonly status: StockTransferStatus;
  readonly note: string;
  readonly sentAt: Date;
  readonly receivedAt: Date | null;
}

export interface StockTransferLine {
  readonly transferId: number;
  readonly skuId: number;
  readonly sent: number;
  readonly received: number | null;
}

export interface NewTransfer {
  readonly brandId: number;
  readonly fromStoreId: number;
  readonly toStoreId: number;
  readonly note: string;
  readonly lines: readonly StockLine[];
}

const COLUMNS = `id, brand_id AS brandId, from_store_id AS fromStoreId, to_store_id AS toStoreId, status, note,
  sent_at AS sentAt, received_at AS receivedAt`;

/** Goods on their way from one store to another: they leave one at once, and come to the other when somebody counts them in. */
@Injectable()
export class StockTransfers {
  constructor(
    private readonly clock: Clock,
    private readonly inventory: Inventory,
  ) {}

  ofBrand(reader: Reader, brandId: number, beforeId: number, limit: number): Promise<StockTransferRow[]> {
    return reader.query<StockTransferRow>(
      `SELECT ${COLUMNS} FROM stock_transfer WHERE brand_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
      [brandId, beforeId, limit],
    );
  }

  /** What a store waits for, the longest first. */
  comingTo(reader: Reader, storeId: number, limit: number): Promise<StockTransferRow[]> {
    return reader.query<StockTransferRow>(
      `SELECT ${COLUMNS} FROM stock_transfer WHERE to_store_id = ? AND status = 'sent' ORDER BY id LIMIT ?`,
      [storeId, limit],
    );
  }

  linesOf(reader: Reader, transferIds: readonly number[]): Promise<StockTransferLine[]> {
    if (transferIds.length === 0) {
      return Promise.resolve([]);
    }
    return reader.query<StockTransferLine>(
      `SELECT transfer_id AS transferId, sku_id AS skuId, sent, received FROM stock_transfer_line
       WHERE transfer_id IN (${placeholders(transferIds.length)}) ORDER BY transfer_id, sku_id`,
      [...transferIds],
    );
  }

  /** @throws Refusal `not_found`, also when it goes to another store */
  async ofStores(reader: Reader, storeIds: readonly number[], id: number): Promise<StockTransferRow> {
    return this.one(reader, 'to_store_id', storeIds, id);
  }

  /** @throws Refusal `not_found` */
  async ofBrands(reader: Reader, brandIds: readonly number[], id: number): Promise<StockTransferRow> {
    return this.one(reader, 'brand_id', brandIds, id);
  }

  /** @throws Refusal `stock_too_low` when not all of it is there to be sent */
  async send(tx: Tx, { brandId, fromStoreId, toStoreId, note, lines }: NewTransfer): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO stock_transfer (brand_id, from_store_id, to_store_id, status, note, sent_at) VALUES (?, ?, ?, 'sent', ?, ?)`,
      [brandId, fromStoreId, toStoreId, note, this.clock.now()],
    );
    await tx.execute(
      `INSERT INTO stock_transfer_line (transfer_id, sku_id, sent) VALUES ${rowPlaceholders(lines.length, 3)}`,
      lines.flatMap(({ skuId, quantity }) => [insertId, skuId, quantity]),
    );
    for (const { skuId, quantity } of inOrder(lines)) {
      await this.inventory.adjust(tx, {
        kind: 'transfer',
        skuId,
        storeId: fromStoreId,
        quantity: -quantity,
        causeKey: `transfer:${insertId}:out:${skuId}`,
        note: '调拨发出',
      });
    }
    return insertId;
  }

  /** What really came, line by line; what is missing has left the books with its transfer. @throws Refusal `transfer_received` */
  async receive(tx: Tx, id: number, counted: readonly StockLine[]): Promise<void> {
    const { affectedRows } = await tx.execute(
      "UPDATE stock_transfer SET status = 'received', received_at = ? WHERE id = ? AND status = 'sent'",
      [this.clock.now(), id],
    );
    if (affectedRows === 0) {
      throw new Refusal('transfer_received');
    }
    const transfer = await tx.one<{ toStoreId: number }>(
      'SELECT to_store_id AS toStoreId FROM stock_transfer WHERE id = ?',
      [id],
    );
    const lines = await this.linesOf(tx, [id]);
    const came = new Map(counted.map(({ skuId, quantity }) => [skuId, quantity]));
    if (came.size !== lines.length || !lines.every(({ skuId }) => came.has(skuId))) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'lines', message: '请把发出的每种商品都点一遍' }],
      });
    }
    for (const { skuId } of lines) {
      const quantity = came.get(skuId) ?? 0;
      await tx.execute('UPDATE stock_transfer_line SET received = ? WHERE transfer_id = ? AND sku_id = ?', [
        quantity,
        id,
        skuId,
      ]);
      if (quantity > 0) {
        await this.inventory.adjust(tx, {
          kind: 'transfer',
          skuId,
          storeId: transfer?.toStoreId ?? 0,
          quantity,
          causeKey: `transfer:${id}:in:${skuId}`,
          note: '调拨收到',
        });
      }
    }
  }

  private async one(
    reader: Reader,
    column: 'to_store_id' | 'brand_id',
    scope: readonly number[],
    id: number,
  ): Promise<StockTransferRow> {
    const row = await reader.one<StockTransferRow>(
      `SELECT ${COLUMNS} FROM stock_transfer WHERE id = ? AND ${column} IN (${placeholders(scope.length)})`,
      [id, ...scope],
    );
    if (!row) {
      throw notFound();
    }
    return row;
  }
}

/** Always in the same order, so that two transfers never wait for each other in a circle. */
function inOrder(lines: readonly StockLine[]): StockLine[] {
  return [...lines].sort((a, b) => a.skuId - b.skuId);
}
