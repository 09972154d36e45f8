import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { decodeCursor, toPage, type Page } from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import { ProductLookup, type SkuName } from '../catalogue/index.js';
import type { StockView } from './inventory.dto.js';
import { StockLookup } from './stock-lookup.js';

interface Wanted {
  readonly brandId: number;
  readonly storeId: number;
  readonly low?: 'true';
  readonly after?: string;
  readonly limit: number;
}

/** What lies at a store, all of it or what runs low. */
@Injectable()
export class StockLists {
  constructor(
    private readonly database: Database,
    private readonly products: ProductLookup,
    private readonly stock: StockLookup,
  ) {}

  async page({ brandId, storeId, low, after, limit }: Wanted): Promise<Page<StockView>> {
    const [afterId] = after === undefined ? [0] : decodeCursor(after, ['number']);
    const skus =
      low === undefined
        ? await this.products.skusOfBrand(brandId, afterId, limit + 1)
        : await this.lowSkus(brandId, storeId, afterId, limit + 1);
    const rows = await this.stock.atStore(
      this.database,
      storeId,
      skus.map(({ id }) => id),
    );
    const bySku = new Map(rows.map((row) => [row.skuId, row]));
    return toPage(
      skus,
      limit,
      ({ id }) => [id],
      (sku) => ({
        productId: toPublicId('product', sku.productId),
        productName: sku.productName,
        skuId: toPublicId('sku', sku.id),
        skuName: sku.name,
        onHand: bySku.get(sku.id)?.onHand ?? 0,
        reserved: bySku.get(sku.id)?.reserved ?? 0,
        lowAt: bySku.get(sku.id)?.lowAt ?? null,
      }),
    );
  }

  private async lowSkus(
    brandId: number,
    storeId: number,
    afterId: number,
    limit: number,
  ): Promise<Omit<SkuName, 'kind'>[]> {
    const ids = await this.stock.lowAt(this.database, storeId, afterId, limit);
    const names = await this.products.namesOfSkus(this.database, brandId, ids);
    return names.toSorted((a, b) => a.id - b.id);
  }
}
