import { Body, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { IdParam, PageQuery, PublicId, decodeCursor, toPage } from '../../platform/http/index.js';
import { StoreLookup, requireBrand } from '../org/index.js';
import { CountedLinesBody, NewCountBody } from './inventory.dto.js';
import { StockCounts } from './stock-counts.js';
import { StockSheets } from './stock-sheets.js';
import { StockCountPage, StockCountSheetView, toStockCountView } from './stock-sheets.view.js';

class StockCountsQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

@AdminApi('stock-counts')
export class AdminStockCountsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly stores: StoreLookup,
    private readonly counts: StockCounts,
    private readonly sheets: StockSheets,
  ) {}

  @Get()
  @ForAdmin('stock.see')
  @ApiOkResponse({ type: StockCountPage })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, after, limit }: StockCountsQuery,
  ): Promise<StockCountPage> {
    requireBrand(admin, brandId);
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const rows = await this.counts.ofBrand(this.database, brandId, beforeId, limit + 1);
    return toPage(rows, limit, ({ id }) => [id], toStockCountView);
  }

  @Post()
  @ForAdmin('stock.adjust')
  @ApiCreatedResponse({ type: StockCountSheetView })
  async begin(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, storeId, note }: NewCountBody,
  ): Promise<StockCountSheetView> {
    requireBrand(admin, brandId);
    await this.stores.getOf(brandId, storeId);
    const id = await this.unitOfWork.run((tx) => this.counts.begin(tx, brandId, storeId, note));
    return this.show(admin, id);
  }

  @Get(':id')
  @ForAdmin('stock.see')
  @ApiOkResponse({ type: StockCountSheetView })
  async show(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'stock-count') id: number,
  ): Promise<StockCountSheetView> {
    return this.sheets.count(await this.counts.find(this.database, admin.brandIds, id));
  }

  @Put(':id/lines')
  @ForAdmin('stock.adjust')
  @ApiOkResponse({ type: StockCountSheetView })
  async enter(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'stock-count') id: number,
    @Body() { lines }: CountedLinesBody,
  ): Promise<StockCountSheetView> {
    const count = await this.counts.find(this.database, admin.brandIds, id);
    await this.sheets.mustBeGoods(
      count.brandId,
      lines.map(({ skuId }) => skuId),
    );
    await this.unitOfWork.run((tx) => this.counts.enter(tx, count, lines));
    return this.show(admin, id);
  }

  /** Once: the second time it is closed. */
  @Post(':id/booking')
  @HttpCode(200)
  @ForAdmin('stock.adjust')
  @ApiOkResponse({ type: StockCountSheetView })
  async book(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'stock-count') id: number,
  ): Promise<StockCountSheetView> {
    const count = await this.counts.find(this.database, admin.brandIds, id);
    await this.unitOfWork.run((tx) => this.counts.book(tx, admin, count));
    return this.show(admin, id);
  }

  @Post(':id/drop')
  @HttpCode(204)
  @ForAdmin('stock.adjust')
  @ApiNoContentResponse()
  async drop(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'stock-count') id: number): Promise<void> {
    await this.counts.find(this.database, admin.brandIds, id);
    await this.unitOfWork.run((tx) => this.counts.drop(tx, id));
  }
}
