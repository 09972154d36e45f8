import { Global, Module } from '@nestjs/common';
import { AfterSalesModule } from '../modules/after-sales/index.js';
import { CatalogueModule } from '../modules/catalogue/index.js';
import { InventoryModule } from '../modules/inventory/index.js';
import { LoyaltyModule } from '../modules/loyalty/index.js';
import { OrdersModule } from '../modules/orders/index.js';
import { OrderPayments, PaymentsModule, ReconciliationModule } from '../modules/payments/index.js';
import { ReviewsModule } from '../modules/reviews/index.js';
import {
  AdminAfterSalesController,
  RequestAfterSaleController,
  StaffAfterSalesController,
} from './after-sales.controller.js';
import { AfterSales } from './after-sales.js';
import { CancelOrderController, CloseUnpaidOrderJob, EndUnpaidOrder } from './end-unpaid-order.js';
import { CountPaidOrder } from './order-paid-catalogue.js';
import {
  EndPromisesOfRefundedOrder,
  KeepPromiseOfHandedOverOrder,
  PromiseForPaidOrder,
} from './order-promises.js';
import { PayOrder } from './pay-order.js';
import { MessageHooksController, ReceiveMessage } from './receive-message.js';
import { AdminRefundsController, MemberRefundsController } from './refund-order.controller.js';
import { RefundPaidOrder } from './refund-order.js';
import { AdminRepricingController, RepriceUnpaidOrder, StaffRepricingController } from './reprice-order.js';
import { ShippingAlarmsController } from './shipping-alarms.js';
import { AdminOrderController, MemberOrderController, OrderPages } from './show-order.js';
import { StorefrontController } from './storefront.controller.js';
import { ScheduleShippingUpload, UploadHandedOver, UploadShipping } from './upload-shipping.js';
import { Storefront } from './storefront.js';

/** From the shelf to the paid, refunded or forgotten order. Global, since it answers the payments' questions. */
@Global()
@Module({
  imports: [
    AfterSalesModule,
    ReviewsModule,
    CatalogueModule,
    InventoryModule,
    LoyaltyModule,
    OrdersModule,
    PaymentsModule,
    ReconciliationModule,
  ],
  controllers: [
    StorefrontController,
    CancelOrderController,
    RequestAfterSaleController,
    StaffAfterSalesController,
    AdminAfterSalesController,
    MessageHooksController,
    MemberRefundsController,
    AdminRefundsController,
    MemberOrderController,
    AdminOrderController,
    AdminRepricingController,
    StaffRepricingController,
    ShippingAlarmsController,
  ],
  providers: [
    CountPaidOrder,
    Storefront,
    { provide: OrderPayments, useClass: PayOrder },
    EndUnpaidOrder,
    CloseUnpaidOrderJob,
    RefundPaidOrder,
    AfterSales,
    PromiseForPaidOrder,
    KeepPromiseOfHandedOverOrder,
    EndPromisesOfRefundedOrder,
    ReceiveMessage,
    OrderPages,
    RepriceUnpaidOrder,
    ScheduleShippingUpload,
    UploadHandedOver,
    UploadShipping,
  ],
  exports: [OrderPayments],
})
export class OrdersFlowsModule {}
