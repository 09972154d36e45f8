import { CART_LINES_MAX, CART_PIECES_MAX, CART_PROBLEMS, type CartProblem } from '@regulars/shared';
import { Fen, Flag, ListOf, Nested, OneOf, OpaqueId, Text, Whole } from '../../../platform/http/index.js';

export class CartPriceView {
  @Fen({ doc: 'List price of one piece' })
  priceFen: number;

  @Fen({ nullable: true, doc: 'For members, when it differs' })
  memberPriceFen: number | null;
}

export class CartLineView {
  @OpaqueId('sku', { doc: 'The SKU' })
  skuId: string;

  @OpaqueId('product', { doc: 'Its product' })
  productId: string;

  @Text({ max: 110, doc: 'Product and variant' })
  name: string;

  @Text({ max: 500, doc: 'Its picture' })
  pictureUrl: string;

  @Whole({ min: 1, max: CART_PIECES_MAX, doc: 'Pieces' })
  quantity: number;

  @Flag({ doc: 'To be ordered now; never true of what cannot be' })
  selected: boolean;

  @Nested(() => CartPriceView, { doc: 'What it cost when it was put in' })
  then: CartPriceView;

  @Nested(() => CartPriceView, { nullable: true, doc: 'What it costs now; null when it is off the shelf' })
  now: CartPriceView | null;

  @Whole({ min: 0, max: 1_000_000_000, doc: 'Pieces that can be ordered' })
  available: number;

  @OneOf(CART_PROBLEMS, {
    name: 'CartProblem',
    nullable: true,
    doc: 'Why it cannot be ordered as it is; null when it can',
  })
  problem: CartProblem | null;

  @Text({ max: 40, nullable: true, doc: 'The same in words' })
  problemText: string | null;
}

export class CartView {
  @ListOf(() => CartLineView, { max: CART_LINES_MAX, doc: 'The newest first' })
  items: CartLineView[];
}
