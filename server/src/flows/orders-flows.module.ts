import { Global, Module } from '@nestjs/common';
import { CatalogueModule } from '../modules/catalogue/index.js';
import { InventoryModule } from '../modules/inventory/index.js';
import { OrdersModule } from '../modules/orders/index.js';
import { OrderPayments, PaymentsModule } from '../modules/payments/index.js';
import { CancelOrderController, CloseUnpaidOrderJob, EndUnpaidOrder } from './end-unpaid-order.js';
import { PayOrder } from './pay-order.js';
import { AdminRefundsController, MemberRefundsController, RefundWholeOrder } from './refund-order.js';
import { AdminOrderController, MemberOrderController, OrderPages } from './show-order.js';
import { StorefrontController } from './storefront.controller.js';
import { UploadShipping } from './upload-shipping.js';

/** From the shelf to the paid, refunded or forgotten order. Global, since it answers the payments' questions. */
@Global()
@Module({
  imports: [CatalogueModule, InventoryModule, OrdersModule, PaymentsModule],
  controllers: [
    StorefrontController,
    CancelOrderController,
    MemberRefundsController,
    AdminRefundsController,
    MemberOrderController,
    AdminOrderController,
  ],
  providers: [
    { provide: OrderPayments, useClass: PayOrder },
    EndUnpaidOrder,
    CloseUnpaidOrderJob,
    RefundWholeOrder,
    OrderPages,
    UploadShipping,
  ],
  exports: [OrderPayments],
})
export class OrdersFlowsModule {}
