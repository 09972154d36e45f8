export { AfterSalesModule } from './after-sales.module.js';
export { AfterSaleLookup } from './after-sale-lookup.js';
export { AfterSaleSummaryPage, AfterSaleView } from './after-sale.view.js';
export {
  AdminAfterSalesQuery,
  ApprovalBody,
  NewAfterSaleBody,
  ReceiptBody,
  RejectionBody,
  StaffAfterSalesQuery,
} from './after-sales.dto.js';
export { Guarantees } from './guarantees/guarantees.js';
export { OrderPromises } from './guarantees/order-promises.js';
export { ReturnWindows } from './guarantees/return-windows.js';
export {
  HandleAfterSale,
  type DecidedAmount,
  type HandledAfterSale,
  type Handler,
  type ReceivedLine,
} from './handle-after-sale.js';
export { RequestAfterSale, type AfterSaleWish } from './request-after-sale.js';
