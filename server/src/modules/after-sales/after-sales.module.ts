import { Module } from '@nestjs/common';
import { MediaModule } from '../../platform/media/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { InventoryModule } from '../inventory/index.js';
import { LoyaltyModule } from '../loyalty/index.js';
import { OrdersModule } from '../orders/index.js';
import { OrgModule } from '../org/index.js';
import { AfterSaleLookup } from './after-sale-lookup.js';
import { AfterSalesRepository } from './after-sales.repository.js';
import { AfterSaleDeadlineJob, CheckAfterSaleTextJob, PromiseDueJob } from './deadlines.job.js';
import { AdminGuaranteesController, MemberGuaranteesController } from './guarantees/guarantees.controller.js';
import { Guarantees } from './guarantees/guarantees.js';
import { OrderPromises } from './guarantees/order-promises.js';
import { ReturnWindows } from './guarantees/return-windows.js';
import { HandleAfterSale } from './handle-after-sale.js';
import { MemberAfterSalesController } from './member-after-sales.controller.js';
import { RequestAfterSale } from './request-after-sale.js';

@Module({
  imports: [OrgModule, CatalogueModule, InventoryModule, LoyaltyModule, OrdersModule, MediaModule],
  controllers: [MemberAfterSalesController, MemberGuaranteesController, AdminGuaranteesController],
  providers: [
    AfterSalesRepository,
    AfterSaleLookup,
    RequestAfterSale,
    HandleAfterSale,
    AfterSaleDeadlineJob,
    CheckAfterSaleTextJob,
    PromiseDueJob,
    Guarantees,
    OrderPromises,
    ReturnWindows,
  ],
  exports: [AfterSaleLookup, RequestAfterSale, HandleAfterSale, Guarantees, OrderPromises, ReturnWindows],
})
export class AfterSalesModule {}
