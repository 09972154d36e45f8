export { OrderCard } from './OrderCard';
export { OrderLines } from './OrderLines';
export { payOrder } from './pay-order';
export { PriceSteps } from './PriceSteps';
export { statusSentence, statusTitle } from './status';
export { useAddresses } from './use-addresses';
export { useOrder, useOrderActions, useOrders } from './use-orders';
export { usePlaceOrder } from './use-place-order';
export { useQuote } from './use-quote';
