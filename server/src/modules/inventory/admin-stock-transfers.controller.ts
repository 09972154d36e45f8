import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Audit } from '../../platform/audit/index.js';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import {
  IdParam,
  Idempotency,
  IdempotencyKey,
  PageQuery,
  PublicId,
  Refusal,
  decodeCursor,
  notFound,
} from '../../platform/http/index.js';
import { StoreLookup, requireBrand } from '../org/index.js';
import { NewTransferBody, TransferReceiptBody } from './inventory.dto.js';
import { StockSheets } from './stock-sheets.js';
import { StockTransferPage, StockTransferView } from './stock-sheets.view.js';
import { StockTransfers } from './stock-transfers.js';
import { encodeCursor } from '../../platform/http/index.js';

class StockTransfersQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

@AdminApi('stock-transfers')
export class AdminStockTransfersController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly stores: StoreLookup,
    private readonly transfers: StockTransfers,
    private readonly sheets: StockSheets,
  ) {}

  @Get()
  @ForAdmin('stock.see')
  @ApiOkResponse({ type: StockTransferPage })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, after, limit }: StockTransfersQuery,
  ): Promise<StockTransferPage> {
    requireBrand(admin, brandId);
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const rows = await this.transfers.ofBrand(this.database, brandId, beforeId, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.sheets.transferViews(brandId, shown),
      next: rows.length > limit && last ? encodeCursor([last.id]) : null,
    };
  }

  @Post()
  @ForAdmin('stock.adjust')
  @ApiCreatedResponse({ type: StockTransferView })
  async send(
    @CurrentAdmin() admin: AdminActor,
    @Body() body: NewTransferBody,
    @IdempotencyKey() key: string,
  ): Promise<StockTransferView> {
    const { brandId, fromStoreId, toStoreId, lines } = body;
    requireBrand(admin, brandId);
    await this.stores.getOf(brandId, fromStoreId);
    await this.stores.getOf(brandId, toStoreId);
    if (fromStoreId === toStoreId) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'toStoreId', message: '调入和调出不能是同一个地方' }],
      });
    }
    await this.sheets.mustBeGoods(
      brandId,
      lines.map(({ skuId }) => skuId),
    );
    const request = { actor: `admin:${admin.adminId}`, key, route: 'stock-transfers.send', body };
    const { id } = await this.idempotency.run(request, async (tx) => {
      const transferId = await this.transfers.send(tx, body);
      await this.audit.record(tx, {
        actor: { kind: 'admin', id: admin.adminId },
        brandId,
        action: 'stock.transferred',
        subject: { kind: 'stock-transfer', id: transferId },
        detail: { lines: lines.length },
      });
      return { id: transferId };
    });
    return this.view(admin, id);
  }

  @Post(':id/receipt')
  @HttpCode(200)
  @ForAdmin('stock.adjust')
  @ApiOkResponse({ type: StockTransferView })
  async receive(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'stock-transfer') id: number,
    @Body() { lines }: TransferReceiptBody,
  ): Promise<StockTransferView> {
    await this.transfers.ofBrands(this.database, admin.brandIds, id);
    await this.unitOfWork.run((tx) => this.transfers.receive(tx, id, lines));
    return this.view(admin, id);
  }

  private async view(admin: AdminActor, id: number): Promise<StockTransferView> {
    const row = await this.transfers.ofBrands(this.database, admin.brandIds, id);
    const [view] = await this.sheets.transferViews(row.brandId, [row]);
    if (!view) {
      throw notFound();
    }
    return view;
  }
}
