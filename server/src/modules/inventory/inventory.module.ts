import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '../catalogue/index.js';
import { OrgModule } from '../org/index.js';
import { AdminStockController } from './admin-stock.controller.js';
import { AdminStockCountsController } from './admin-stock-counts.controller.js';
import { AdminStockTransfersController } from './admin-stock-transfers.controller.js';
import { Inventory } from './inventory.js';
import { StaffStockController } from './staff-stock.controller.js';
import { StockCounts } from './stock-counts.js';
import { StockLists } from './stock-lists.js';
import { StockLookup } from './stock-lookup.js';
import { StockSheets } from './stock-sheets.js';
import { StockTransfers } from './stock-transfers.js';
import { Stock } from './stock.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Stock]), OrgModule, CatalogueModule],
  controllers: [
    AdminStockController,
    AdminStockCountsController,
    AdminStockTransfersController,
    StaffStockController,
  ],
  providers: [Inventory, StockLookup, StockLists, StockCounts, StockTransfers, StockSheets],
  exports: [Inventory, StockLookup],
})
export class InventoryModule {}
