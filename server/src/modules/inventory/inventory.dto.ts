import { OpaqueId, PageQuery, PublicId, Text, Whole, pageOf } from '../../platform/http/index.js';

export class StockQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @PublicId('store', { doc: 'The store or warehouse' })
  storeId: number;
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
}

export class StockPage extends pageOf(StockView) {}
