import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { InventoryModule } from '../inventory/index.js';
import { MembersModule } from '../members/index.js';
import { OrgModule } from '../org/index.js';
import { PricingModule } from '../pricing/index.js';
import { AdminMemberOrdersController } from './admin-member-orders.controller.js';
import { AdminOrdersController } from './admin-orders.controller.js';
import { CloseOrder } from './close-order.js';
import { ConfirmPayment } from './confirm-payment.js';
import { ForgetAddresses } from './forget-addresses.js';
import { HandOverOrder } from './hand-over-order.js';
import { MemberOrdersController } from './member-orders.controller.js';
import { OfferPayment } from './offer-payment.js';
import { OrderFigures } from './order-figures.js';
import { OrderLookup } from './order-lookup.js';
import { OrdersRepository } from './orders.repository.js';
import { PlaceOrder } from './place-order.js';
import { PriceCart } from './price-cart.js';
import { RefundOrder } from './refund-order.js';
import { ShipOrder } from './ship-order.js';
import { StaffPickupsController } from './staff-pickups.controller.js';

@Module({
  imports: [OrgModule, MembersModule, CatalogueModule, InventoryModule, PricingModule],
  controllers: [
    MemberOrdersController,
    StaffPickupsController,
    AdminOrdersController,
    AdminMemberOrdersController,
  ],
  providers: [
    OrdersRepository,
    OrderLookup,
    OrderFigures,
    PriceCart,
    PlaceOrder,
    OfferPayment,
    ConfirmPayment,
    CloseOrder,
    RefundOrder,
    HandOverOrder,
    ShipOrder,
    ForgetAddresses,
  ],
  exports: [OrderLookup, OrderFigures, PlaceOrder, OfferPayment, ConfirmPayment, CloseOrder, RefundOrder],
})
export class OrdersModule {}
