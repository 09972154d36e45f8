export { OrdersModule } from './orders.module.js';
export { OrderFigures, type Sales } from './order-figures.js';
export { OrderLookup } from './order-lookup.js';
export type { OrderActor, OrderRow } from './orders.repository.js';
export { CLOSE_UNPAID_ORDER, PlaceOrder, type CloseUnpaidOrder, type OrderWish } from './place-order.js';
export { ConfirmPayment, type PaymentOutcome, type ProvenPayment } from './confirm-payment.js';
export { OfferPayment, type Payable } from './offer-payment.js';
export { CloseOrder, type Closing } from './close-order.js';
export { RefundOrder, type RefundWish } from './refund-order.js';
export type { OrderHandedOver, OrderPaid, OrderRefunded } from './order-events.js';
export {
  OrderSummaryView,
  OrderView,
  toOrderView,
  type OrderDetail,
  type OrderRefund,
} from './order.view.js';
export { OUT_TRADE_NO } from './order-numbers.js';
