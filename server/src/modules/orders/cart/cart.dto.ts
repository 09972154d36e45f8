import { CART_LINES_MAX, CART_PIECES_MAX } from '@regulars/shared';
import { Flag, ListOf, ListOfIds, PublicId, Whole } from '../../../platform/http/index.js';

export class CartBody {
  @PublicId('brand', { doc: 'Whose cart: brands ship and hand over apart' })
  brandId: number;
}

export class CartQuery extends CartBody {
  @PublicId('store', { optional: true, doc: 'Where it will be fetched; any place of the brand when absent' })
  storeId?: number;
}

export class AddToCartBody extends CartBody {
  @PublicId('sku', { doc: 'The SKU' })
  skuId: number;

  @Whole({ min: 1, max: CART_PIECES_MAX, doc: 'Pieces that come to those already there' })
  quantity: number;
}

export class SetCartLineBody extends CartBody {
  @Whole({ min: 0, max: CART_PIECES_MAX, doc: 'Exactly so many pieces; zero takes it out' })
  quantity: number;
}

export class CartSkusBody extends CartBody {
  @ListOfIds('sku', { min: 1, max: CART_LINES_MAX, doc: 'The SKUs' })
  skuIds: number[];
}

export class CartSelectionBody extends CartSkusBody {
  @Flag({ doc: 'To be ordered now, or to wait' })
  selected: boolean;
}

export class CollectedLineBody {
  @PublicId('sku', { doc: 'The SKU' })
  skuId: number;

  @Whole({ min: 1, max: CART_PIECES_MAX, doc: 'Pieces' })
  quantity: number;
}

export class MergeCartBody extends CartBody {
  @ListOf(() => CollectedLineBody, { min: 1, max: CART_LINES_MAX, doc: 'What the device collected' })
  lines: CollectedLineBody[];
}
