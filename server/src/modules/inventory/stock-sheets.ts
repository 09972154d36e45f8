import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { ProductLookup } from '../catalogue/index.js';
import { StoreLookup } from '../org/index.js';
import { StockCounts, type StockCountRow } from './stock-counts.js';
import {
  toCountLineView,
  toStockCountView,
  toTransferView,
  type NameOf,
  type StockCountSheetView,
  type StockTransferView,
} from './stock-sheets.view.js';
import { StockTransfers, type StockTransferRow } from './stock-transfers.js';

/** Stock takes and transfers with the names of what is on them. */
@Injectable()
export class StockSheets {
  constructor(
    private readonly database: Database,
    private readonly products: ProductLookup,
    private readonly stores: StoreLookup,
    private readonly counts: StockCounts,
    private readonly transfers: StockTransfers,
  ) {}

  /** Counted goods of the brand, each once. @throws Refusal `validation_failed` */
  async mustBeGoods(brandId: number, skuIds: readonly number[]): Promise<void> {
    const known = await this.products.namesOfSkus(this.database, brandId, skuIds);
    const isSound =
      new Set(skuIds).size === skuIds.length &&
      known.length === skuIds.length &&
      known.every(({ kind }) => kind === 'goods');
    if (!isSound) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'lines', message: '只能填本品牌的实物商品，每种写一行' }],
      });
    }
  }

  async count(row: StockCountRow): Promise<StockCountSheetView> {
    const lines = await this.counts.lines(this.database, row.id);
    const nameOf = await this.names(
      row.brandId,
      lines.map(({ skuId }) => skuId),
    );
    return { ...toStockCountView(row), lines: lines.map((line) => toCountLineView(line, nameOf)) };
  }

  async transferViews(brandId: number, rows: readonly StockTransferRow[]): Promise<StockTransferView[]> {
    const lines = await this.transfers.linesOf(
      this.database,
      rows.map(({ id }) => id),
    );
    const nameOf = await this.names(
      brandId,
      lines.map(({ skuId }) => skuId),
    );
    const storeIds = new Set(rows.flatMap(({ fromStoreId, toStoreId }) => [fromStoreId, toStoreId]));
    const stores = await Promise.all([...storeIds].map((id) => this.stores.find(id)));
    const storeNames = new Map(stores.flatMap((store) => (store ? [[store.id, store.name]] : [])));
    return rows.map((row) => toTransferView(row, lines, nameOf, (id) => storeNames.get(id) ?? ''));
  }

  private async names(brandId: number, skuIds: readonly number[]): Promise<NameOf> {
    const known = await this.products.namesOfSkus(this.database, brandId, [...new Set(skuIds)]);
    const names = new Map(known.map(({ id, name, productName }) => [id, `${productName} ${name}`]));
    return (skuId) => names.get(skuId) ?? '商品';
  }
}
