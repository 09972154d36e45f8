import { Injectable } from '@nestjs/common';
import { placeholders, type Reader } from '../../platform/database/index.js';

export interface StockRow {
  readonly skuId: number;
  readonly storeId: number;
  readonly onHand: number;
  readonly reserved: number;
}

interface Available {
  readonly skuId: number;
  readonly available: number;
}

@Injectable()
export class StockLookup {
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

  /** What lies at one store, by SKU. */
  atStore(reader: Reader, storeId: number, skuIds: readonly number[]): Promise<StockRow[]> {
    if (skuIds.length === 0) {
      return Promise.resolve([]);
    }
    return reader.query<StockRow>(
      `SELECT sku_id AS skuId, store_id AS storeId, on_hand AS onHand, reserved FROM stock
       WHERE store_id = ? AND sku_id IN (${placeholders(skuIds.length)})`,
      [storeId, ...skuIds],
    );
  }
}
