import { Body, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Audit } from '../../platform/audit/index.js';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Idempotency, IdempotencyKey, Refusal, notFound } from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import { ProductLookup } from '../catalogue/index.js';
import { StoreLookup, requireBrand } from '../org/index.js';
import { LowStockBody, StockAdjustmentBody, StockPage, StockQuery } from './inventory.dto.js';
import { Inventory } from './inventory.js';
import { StockLists } from './stock-lists.js';

@AdminApi('stock')
export class AdminStockController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly products: ProductLookup,
    private readonly stores: StoreLookup,
    private readonly lists: StockLists,
    private readonly unitOfWork: UnitOfWork,
    private readonly inventory: Inventory,
  ) {}

  @Get()
  @ForAdmin('stock.see')
  @ApiOkResponse({ type: StockPage })
  async list(@CurrentAdmin() admin: AdminActor, @Query() query: StockQuery): Promise<StockPage> {
    requireBrand(admin, query.brandId);
    await this.stores.getOf(query.brandId, query.storeId);
    return this.lists.page(query);
  }

  /** When a SKU runs low at a store. */
  @Put('thresholds')
  @HttpCode(204)
  @ForAdmin('stock.adjust')
  @ApiNoContentResponse()
  async setThreshold(
    @CurrentAdmin() admin: AdminActor,
    @Body() { skuId, storeId, lowAt }: LowStockBody,
  ): Promise<void> {
    const sku = await this.mustCount(admin, skuId);
    await this.stores.getOf(sku.brandId, storeId);
    await this.unitOfWork.run((tx) => this.inventory.watch(tx, { skuId, storeId, lowAt }));
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
    const sku = await this.mustCount(admin, skuId);
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

  /** What nobody counts has no stock to be changed. */
  private async mustCount(admin: AdminActor, skuId: number): Promise<{ brandId: number }> {
    const sku = await this.products.findSku(skuId);
    if (!sku || !admin.brandIds.includes(sku.brandId)) {
      throw notFound();
    }
    if (sku.kind !== 'goods') {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'skuId', message: '只有实物商品才有库存' }],
      });
    }
    return sku;
  }
}
