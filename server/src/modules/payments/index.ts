export { PaymentsModule } from './payments.module.js';
export { ClosePayment } from './close-payment.js';
export { PaymentLookup, type MadePayment, type OrderRefund } from './payment-lookup.js';
export { RequestRefund, type OrderRefundRequest } from './request-refund.js';
export { OrderPayments, type PayableOrder, type RefundedOrder } from './order-payments.js';
export type { Success as PaymentSuccess } from './domain/success.js';
