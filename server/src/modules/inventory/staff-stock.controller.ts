import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { CurrentStaff, ForStaff, StaffApi, type StaffActor } from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { IdParam, PublicId } from '../../platform/http/index.js';
import { requireStore } from '../org/index.js';
import { TransferReceiptBody, StaffStockQuery, StockPage } from './inventory.dto.js';
import { StockLists } from './stock-lists.js';
import { StockSheets } from './stock-sheets.js';
import { StockTransferListView } from './stock-sheets.view.js';
import { StockTransfers } from './stock-transfers.js';

const COMING_MAX = 50;

class StaffStoreQuery {
  @PublicId('store', { doc: 'One of the caller’s stores' })
  storeId: number;
}

@StaffApi('')
export class StaffStockController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: StockLists,
    private readonly transfers: StockTransfers,
    private readonly sheets: StockSheets,
  ) {}

  @Get('stock')
  @ForStaff('stock.see')
  @ApiOkResponse({ type: StockPage })
  list(@CurrentStaff() staff: StaffActor, @Query() query: StaffStockQuery): Promise<StockPage> {
    requireStore(staff, query.storeId);
    return this.lists.page({ ...query, brandId: staff.brandId });
  }

  /** What is on its way to the store. */
  @Get('stock-transfers')
  @ForStaff('stock.see')
  @ApiOkResponse({ type: StockTransferListView })
  async coming(
    @CurrentStaff() staff: StaffActor,
    @Query() { storeId }: StaffStoreQuery,
  ): Promise<StockTransferListView> {
    requireStore(staff, storeId);
    const rows = await this.transfers.comingTo(this.database, storeId, COMING_MAX);
    return { items: await this.sheets.transferViews(staff.brandId, rows) };
  }

  @Post('stock-transfers/:id/receipt')
  @HttpCode(204)
  @ForStaff('stock.receive')
  @ApiNoContentResponse()
  async receive(
    @CurrentStaff() staff: StaffActor,
    @IdParam('id', 'stock-transfer') id: number,
    @Body() { lines }: TransferReceiptBody,
  ): Promise<void> {
    await this.transfers.ofStores(this.database, staff.storeIds, id);
    await this.unitOfWork.run((tx) => this.transfers.receive(tx, id, lines));
  }
}
