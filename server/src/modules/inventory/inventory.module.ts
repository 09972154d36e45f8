import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '../catalogue/index.js';
import { OrgModule } from '../org/index.js';
import { AdminStockController } from './admin-stock.controller.js';
import { Inventory } from './inventory.js';
import { StockLookup } from './stock-lookup.js';
import { Stock } from './stock.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Stock]), OrgModule, CatalogueModule],
  controllers: [AdminStockController],
  providers: [Inventory, StockLookup],
  exports: [Inventory, StockLookup],
})
export class InventoryModule {}
