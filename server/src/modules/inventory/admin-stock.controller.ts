import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Audit } from '../../platform/audit/index.js';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../platform/auth/index.js';
import { Database } from '../../platform/database/index.js';
import {
  Idempotency,
  IdempotencyKey,
  Refusal,
  decodeCursor,
  notFound,
  toPage,
} from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import { ProductLookup } from '../catalogue/index.js';
import { StoreLookup, requireBrand } from '../org/index.js';
import { StockAdjustmentBody, StockPage, StockQuery } from './inventory.dto.js';
import { Inventory } from './inventory.js';
import { StockLookup } from './stock-lookup.js';

@AdminApi('stock')
export class AdminStockController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly products: ProductLookup,
    private readonly stores: StoreLookup,
    private readonly stock: StockLookup,
    private readonly inventory: Inventory,
  ) {}

  @Get()
  @ForAdmin('stock.see')
  @ApiOkResponse({ type: StockPage })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, storeId, after, limit }: StockQuery,
  ): Promise<StockPage> {
    requireBrand(admin, brandId);
    await this.stores.getOf(brandId, storeId);
    const [afterId] = after === undefined ? [0] : decodeCursor(after, ['number']);
    const skus = await this.products.skusOfBrand(brandId, afterId, limit + 1);
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
      }),
    );
  }

  @Post('adjustments')
  @HttpCode(204)
  @ForAdmin('stock.adjust')
  @ApiNoContentResponse()
  async adjust(
    @CurrentAdmin() admin: AdminActor,
    @Body() body: StockAdjustmentBody,
    @IdempotencyKey() key: string,
  ): Promise<void> {
    const { skuId, storeId, quantity, reason } = body;
    if (quantity === 0) {
      throw new Refusal('validation_failed', { fields: [{ field: 'quantity', message: '数量不能为 0' }] });
    }
    const sku = await this.products.findSku(skuId);
    if (!sku || !admin.brandIds.includes(sku.brandId)) {
      throw notFound();
    }
    await this.stores.getOf(sku.brandId, storeId);
    await this.idempotency.run(
      { actor: `admin:${admin.adminId}`, key, route: 'stock.adjust', body },
      async (tx) => {
        await this.audit.record(tx, {
          actor: { kind: 'admin', id: admin.adminId },
          brandId: sku.brandId,
          action: 'stock.adjusted',
          subject: { kind: 'sku', id: skuId },
          detail: { storeId: toPublicId('store', storeId), quantity, reason },
        });
        await this.inventory.adjust(tx, {
          skuId,
          storeId,
          quantity,
          causeKey: `admin:${admin.adminId}:${key}`,
          note: reason,
        });
        return {};
      },
    );
  }
}
