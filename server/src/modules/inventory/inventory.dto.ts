import {
  ListOf,
  OneOf,
  OpaqueId,
  PageQuery,
  PublicId,
  Text,
  Whole,
  pageOf,
} from '../../platform/http/index.js';

export class StockQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @PublicId('store', { doc: 'The store or warehouse' })
  storeId: number;

  @OneOf(['true'], { optional: true, doc: 'Only what runs low' })
  low?: 'true';
}

export class StaffStockQuery extends PageQuery {
  @PublicId('store', { doc: 'One of the caller’s stores' })
  storeId: number;

  @OneOf(['true'], { optional: true, doc: 'Only what runs low' })
  low?: 'true';
}

export class StockAdjustmentBody {
  @PublicId('sku', { doc: 'The SKU' })
  skuId: number;

  @PublicId('store', { doc: 'The store or warehouse' })
  storeId: number;

  @Whole({ min: -1_000_000, max: 1_000_000, doc: 'Pieces that came (positive) or went (negative)' })
  quantity: number;

  @Text({ max: 100, doc: 'Why' })
  reason: string;
}

export class LowStockBody {
  @PublicId('sku', { doc: 'The SKU' })
  skuId: number;

  @PublicId('store', { doc: 'The store or warehouse' })
  storeId: number;

  @Whole({
    min: 0,
    max: 1_000_000,
    nullable: true,
    doc: 'Low with so many left to sell, or fewer; null: never',
  })
  lowAt: number | null;
}

export class StockView {
  @OpaqueId('product', { doc: 'The product' })
  productId: string;

  @Text({ max: 60, doc: 'Its name' })
  productName: string;

  @OpaqueId('sku', { doc: 'The SKU' })
  skuId: string;

  @Text({ max: 40, doc: 'Its name' })
  skuName: string;

  @Whole({ min: 0, max: 1_000_000_000, doc: 'Pieces on hand' })
  onHand: number;

  @Whole({ min: 0, max: 1_000_000_000, doc: 'Of those, promised to unpaid orders' })
  reserved: number;

  @Whole({ min: 0, max: 1_000_000, nullable: true, doc: 'Low with so many left to sell, or fewer' })
  lowAt: number | null;
}

export class StockPage extends pageOf(StockView) {}

export class NewCountBody {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @PublicId('store', { doc: 'Where it is counted' })
  storeId: number;

  @Text({ max: 100, min: 0, doc: 'What is counted, such as 月末盘点' })
  note: string;
}

export class CountedBody {
  @PublicId('sku', { doc: 'The SKU' })
  skuId: number;

  @Whole({ min: 0, max: 1_000_000, doc: 'Pieces that lie there' })
  counted: number;
}

export class CountedLinesBody {
  @ListOf(() => CountedBody, { min: 1, max: 200, doc: 'What was counted just now' })
  lines: CountedBody[];
}

export class TransferLineBody {
  @PublicId('sku', { doc: 'The SKU' })
  skuId: number;

  @Whole({ min: 1, max: 1_000_000, doc: 'Pieces' })
  quantity: number;
}

export class NewTransferBody {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @PublicId('store', { doc: 'Where they leave' })
  fromStoreId: number;

  @PublicId('store', { doc: 'Where they go' })
  toStoreId: number;

  @Text({ max: 100, min: 0, doc: 'What for' })
  note: string;

  @ListOf(() => TransferLineBody, { min: 1, max: 100, doc: 'What is sent, each SKU once' })
  lines: TransferLineBody[];
}

export class TransferredLineBody {
  @PublicId('sku', { doc: 'The SKU' })
  skuId: number;

  @Whole({ min: 0, max: 1_000_000, doc: 'Pieces that really came' })
  quantity: number;
}

export class TransferReceiptBody {
  @ListOf(() => TransferredLineBody, { min: 1, max: 100, doc: 'Every SKU that was sent, counted' })
  lines: TransferredLineBody[];
}
