export { OrdersModule } from './orders.module.js';
export { OrderBenefits } from './order-benefits.js';
export { OrderFigures, type Purchase, type Sales } from './order-figures.js';
export { OrderLookup, type Dispatch } from './order-lookup.js';
export { RepriceOrder, type NewPrice } from './desk/reprice-order.js';
export {
  SHIPPING_ALARM_KINDS,
  ShippingUploads,
  type ShippingAlarm,
  type ShippingAlarmKind,
} from './shipping-uploads.js';
export { adminWorker, staffWorker, type Worker } from './workers.js';
export { OrderBooks, type BookedOrder } from './order-books.js';
export type { OrderDiscountRow } from './order-discounts.repository.js';
export type { OrderActor, OrderLineRow, OrderRow } from './orders.repository.js';
export { CLOSE_UNPAID_ORDER, PlaceOrder, type CloseUnpaidOrder, type OrderWish } from './place-order.js';
export { ConfirmPayment, type PaymentOutcome, type ProvenPayment } from './confirm-payment.js';
export { OfferPayment, type Payable } from './offer-payment.js';
export { CloseOrder, type Closing } from './close-order.js';
export { mostFor, type LineWish } from './domain/refund-plan.js';
export { PlaceExchange } from './place-exchange.js';
export { RefundableOrders } from './refundable-orders.js';
export { RefundOrder, type BegunRefund, type RefundWish } from './refund-order.js';
export type { OrderHandedOver, OrderPaid, OrderRefunded } from './order-events.js';
export {
  OrderSummaryView,
  OrderView,
  toOrderView,
  type OrderDetail,
  type OrderRefund,
} from './order.view.js';
export { OUT_TRADE_NO } from './order-numbers.js';
