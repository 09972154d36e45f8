import { Injectable } from '@nestjs/common';
import { placeholders, type Reader } from '../../platform/database/index.js';
import { availableOf, piecesOfOne, type Sellable, type StockCondition } from '../catalogue/index.js';

export interface StockRow {
  readonly skuId: number;
  readonly storeId: number;
  readonly onHand: number;
  readonly reserved: number;
  readonly lowAt: number | null;
}

interface Available {
  readonly skuId: number;
  readonly available: number;
}

@Injectable()
export class StockLookup {
  /** That a SKU can be ordered somewhere, for whoever asks the database about many SKUs at once. */
  condition(): StockCondition {
    return {
      sql: (skuId, pieces) =>
        `EXISTS (SELECT 1 FROM stock WHERE stock.sku_id = ${skuId} AND stock.on_hand - stock.reserved >= ${pieces})`,
      params: [],
    };
  }

  /**
   * Pieces that can be ordered, by SKU: at the given store, or at the best stocked one, since an order is
   * filled from one place. SKUs without a row have none.
   */
  async available(reader: Reader, skuIds: readonly number[], storeId?: number): Promise<Map<number, number>> {
    if (skuIds.length === 0) {
      return new Map();
    }
    const rows = await reader.query<Available>(
      `SELECT sku_id AS skuId, CAST(MAX(on_hand - reserved) AS SIGNED) AS available FROM stock
       WHERE sku_id IN (${placeholders(skuIds.length)}) ${storeId === undefined ? '' : 'AND store_id = ?'}
       GROUP BY sku_id`,
      [...skuIds, ...(storeId === undefined ? [] : [storeId])],
    );
    return new Map(rows.map(({ skuId, available }) => [skuId, available]));
  }

  /** How many can be ordered of what may be a bundle or nothing that is counted, by its SKU. */
  async ofSellable(
    reader: Reader,
    skus: readonly Sellable[],
    storeId?: number,
  ): Promise<Map<number, number>> {
    const counted = new Set(skus.flatMap((sku) => piecesOfOne(sku).map(({ skuId }) => skuId)));
    const left = await this.available(reader, [...counted], storeId);
    return new Map(skus.map((sku) => [sku.id, availableOf(sku, (skuId) => left.get(skuId) ?? 0)]));
  }

  /** What runs low at a store, by SKU, behind `afterId`. */
  async lowAt(reader: Reader, storeId: number, afterId: number, limit: number): Promise<number[]> {
    const rows = await reader.query<{ skuId: number }>(
      'SELECT sku_id AS skuId FROM stock WHERE is_low = 1 AND store_id = ? AND sku_id > ? ORDER BY sku_id LIMIT ?',
      [storeId, afterId, limit],
    );
    return rows.map(({ skuId }) => skuId);
  }

  /** What lies at one store, by SKU. */
  atStore(reader: Reader, storeId: number, skuIds: readonly number[]): Promise<StockRow[]> {
    if (skuIds.length === 0) {
      return Promise.resolve([]);
    }
    return reader.query<StockRow>(
      `SELECT sku_id AS skuId, store_id AS storeId, on_hand AS onHand, reserved, low_at AS lowAt FROM stock
       WHERE store_id = ? AND sku_id IN (${placeholders(skuIds.length)})`,
      [storeId, ...skuIds],
    );
  }
}
