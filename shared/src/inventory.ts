export const STOCK_COUNT_STATUSES = ['open', 'booked', 'dropped'] as const;
export type StockCountStatus = (typeof STOCK_COUNT_STATUSES)[number];

export const STOCK_TRANSFER_STATUSES = ['sent', 'received'] as const;
export type StockTransferStatus = (typeof STOCK_TRANSFER_STATUSES)[number];
