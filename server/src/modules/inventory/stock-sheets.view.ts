import {
  STOCK_COUNT_STATUSES,
  STOCK_TRANSFER_STATUSES,
  type StockCountStatus,
  type StockTransferStatus,
} from '@regulars/shared';
import { Instant, ListOf, OneOf, OpaqueId, Text, Whole, pageOf } from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import type { StockCountLine, StockCountRow } from './stock-counts.js';
import type { StockTransferLine, StockTransferRow } from './stock-transfers.js';

/** What a SKU is called on a sheet. */
export type NameOf = (skuId: number) => string;

export class StockCountView {
  @OpaqueId('stock-count', { doc: 'The stock take' })
  id: string;

  @OpaqueId('store', { doc: 'Where' })
  storeId: string;

  @OneOf(STOCK_COUNT_STATUSES, { name: 'StockCountStatus', doc: 'How far it is' })
  status: StockCountStatus;

  @Text({ max: 100, min: 0, doc: 'What is counted' })
  note: string;

  @Instant({ doc: 'When it began' })
  begunAt: string;

  @Instant({ nullable: true, doc: 'When its differences were booked' })
  bookedAt: string | null;
}

export class StockCountPage extends pageOf(StockCountView) {}

export class StockCountLineView {
  @OpaqueId('sku', { doc: 'The SKU' })
  skuId: string;

  @Text({ max: 120, doc: 'What it is called' })
  name: string;

  @Whole({ min: -1_000_000_000, max: 1_000_000_000, doc: 'What the books said when it was counted' })
  expected: number;

  @Whole({ min: 0, max: 1_000_000_000, doc: 'What lay there' })
  counted: number;
}

export class StockCountSheetView extends StockCountView {
  @ListOf(() => StockCountLineView, { max: 100_000, doc: 'What was counted so far' })
  lines: StockCountLineView[];
}

export class StockTransferLineView {
  @OpaqueId('sku', { doc: 'The SKU' })
  skuId: string;

  @Text({ max: 120, doc: 'What it is called' })
  name: string;

  @Whole({ min: 1, max: 1_000_000, doc: 'Pieces that left' })
  sent: number;

  @Whole({ min: 0, max: 1_000_000, nullable: true, doc: 'Pieces that came; null while they travel' })
  received: number | null;
}

export class StockTransferView {
  @OpaqueId('stock-transfer', { doc: 'The transfer' })
  id: string;

  @OpaqueId('store', { doc: 'Where it left' })
  fromStoreId: string;

  @Text({ max: 40, min: 0, doc: 'Its name' })
  fromStoreName: string;

  @OpaqueId('store', { doc: 'Where it goes' })
  toStoreId: string;

  @Text({ max: 40, min: 0, doc: 'Its name' })
  toStoreName: string;

  @OneOf(STOCK_TRANSFER_STATUSES, { name: 'StockTransferStatus', doc: 'On its way, or there' })
  status: StockTransferStatus;

  @Text({ max: 100, min: 0, doc: 'What for' })
  note: string;

  @Instant({ doc: 'When it left' })
  sentAt: string;

  @Instant({ nullable: true, doc: 'When it came' })
  receivedAt: string | null;

  @ListOf(() => StockTransferLineView, { max: 100, doc: 'What is in it' })
  lines: StockTransferLineView[];
}

export class StockTransferPage extends pageOf(StockTransferView) {}

export class StockTransferListView {
  @ListOf(() => StockTransferView, { max: 50, doc: 'The longest on its way first' })
  items: StockTransferView[];
}

export function toStockCountView(row: StockCountRow): StockCountView {
  return {
    id: toPublicId('stock-count', row.id),
    storeId: toPublicId('store', row.storeId),
    status: row.status,
    note: row.note,
    begunAt: row.begunAt.toISOString(),
    bookedAt: row.bookedAt?.toISOString() ?? null,
  };
}

export function toCountLineView(
  { skuId, expected, counted }: StockCountLine,
  nameOf: NameOf,
): StockCountLineView {
  return { skuId: toPublicId('sku', skuId), name: nameOf(skuId), expected, counted };
}

export function toTransferView(
  row: StockTransferRow,
  lines: readonly StockTransferLine[],
  nameOf: NameOf,
  storeName: (storeId: number) => string,
): StockTransferView {
  return {
    id: toPublicId('stock-transfer', row.id),
    fromStoreId: toPublicId('store', row.fromStoreId),
    fromStoreName: storeName(row.fromStoreId),
    toStoreId: toPublicId('store', row.toStoreId),
    toStoreName: storeName(row.toStoreId),
    status: row.status,
    note: row.note,
    sentAt: row.sentAt.toISOString(),
    receivedAt: row.receivedAt?.toISOString() ?? null,
    lines: lines
      .filter(({ transferId }) => transferId === row.id)
      .map(({ skuId, sent, received }) => ({
        skuId: toPublicId('sku', skuId),
        name: nameOf(skuId),
        sent,
        received,
      })),
  };
}
