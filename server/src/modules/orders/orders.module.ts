import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { InventoryModule } from '../inventory/index.js';
import { LedgerModule } from '../ledger/index.js';
import { LoyaltyModule } from '../loyalty/index.js';
import { MembersModule } from '../members/index.js';
import { OrgModule } from '../org/index.js';
import { PricingModule } from '../pricing/index.js';
import { AdminMemberOrdersController } from './admin-member-orders.controller.js';
import { AdminOrdersController } from './admin-orders.controller.js';
import { CartRepository } from './cart/cart.repository.js';
import { ChangeCart } from './cart/change-cart.js';
import { MemberCartController } from './cart/member-cart.controller.js';
import { ShowCart } from './cart/show-cart.js';
import { AdminCheckoutController } from './checkout/admin-checkout.controller.js';
import { CheckoutDetails } from './checkout/checkout-details.js';
import { CheckoutLinks } from './checkout/checkout-links.js';
import { Invoices } from './checkout/invoices.js';
import { MemberCheckoutController } from './checkout/member-checkout.controller.js';
import { OrderRules } from './checkout/order-rules.js';
import { PickupSlots } from './checkout/pickup-slots.js';
import { AdminPriceSimulationController } from './admin-price-simulation.controller.js';
import { CloseOrder } from './close-order.js';
import { ConfirmPayment } from './confirm-payment.js';
import { OfferCoupons } from './coupon-offers.js';
import { AdminDeskController } from './desk/admin-desk.controller.js';
import { CorrectParcel } from './desk/correct-parcel.js';
import { Remarks } from './desk/remarks.js';
import { RepriceOrder } from './desk/reprice-order.js';
import { StaffRemarksController } from './desk/staff-remarks.controller.js';
import { ForgetAddresses } from './forget-addresses.js';
import { HandOverOrder } from './hand-over-order.js';
import { MemberOrdersController } from './member-orders.controller.js';
import { OfferPayment } from './offer-payment.js';
import { OrderBenefits } from './order-benefits.js';
import { OrderBooks } from './order-books.js';
import { OrderDiscountsRepository } from './order-discounts.repository.js';
import { OrderFigures } from './order-figures.js';
import { OrderLookup } from './order-lookup.js';
import { OrderRefundsRepository } from './order-refunds.repository.js';
import { OrdersRepository } from './orders.repository.js';
import { ParcelsRepository } from './parcels.repository.js';
import { OrderQueue } from './order-queue.js';
import { PlaceOrder } from './place-order.js';
import { PrepareOrder } from './prepare-order.js';
import { PriceCart } from './price-cart.js';
import { CompleteShippedOrderJob, ReceiveOrder } from './receive-order.js';
import { PlaceExchange } from './place-exchange.js';
import { RefundableOrders } from './refundable-orders.js';
import { RefundOrder } from './refund-order.js';
import { ShipOrder } from './ship-order.js';
import { ShippingUploads } from './shipping-uploads.js';
import { StaffOrdersController } from './staff-orders.controller.js';
import { StaffPickupsController } from './staff-pickups.controller.js';

@Module({
  imports: [
    OrgModule,
    MembersModule,
    LedgerModule,
    CatalogueModule,
    LoyaltyModule,
    InventoryModule,
    PricingModule,
  ],
  controllers: [
    MemberCartController,
    MemberCheckoutController,
    AdminCheckoutController,
    MemberOrdersController,
    StaffOrdersController,
    StaffRemarksController,
    AdminDeskController,
    StaffPickupsController,
    AdminOrdersController,
    AdminPriceSimulationController,
    AdminMemberOrdersController,
  ],
  providers: [
    CartRepository,
    ChangeCart,
    ShowCart,
    CheckoutDetails,
    CheckoutLinks,
    Invoices,
    OrderRules,
    PickupSlots,
    OrdersRepository,
    OrderDiscountsRepository,
    OrderBenefits,
    OrderBooks,
    ParcelsRepository,
    OrderRefundsRepository,
    OrderLookup,
    OrderFigures,
    PriceCart,
    OfferCoupons,
    OrderQueue,
    PlaceOrder,
    OfferPayment,
    ConfirmPayment,
    CloseOrder,
    RefundOrder,
    RefundableOrders,
    PlaceExchange,
    HandOverOrder,
    PrepareOrder,
    ShipOrder,
    CorrectParcel,
    Remarks,
    RepriceOrder,
    ShippingUploads,
    ReceiveOrder,
    CompleteShippedOrderJob,
    ForgetAddresses,
  ],
  exports: [
    RepriceOrder,
    ShippingUploads,

    OrderBenefits,
    OrderBooks,
    OrderLookup,
    OrderFigures,
    PlaceOrder,
    OfferPayment,
    ConfirmPayment,
    CloseOrder,
    RefundOrder,
    RefundableOrders,
    PlaceExchange,
  ],
})
export class OrdersModule {}
