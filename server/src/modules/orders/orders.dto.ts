import {
  CARRIER_CODES,
  FULFILMENT_KINDS,
  ORDER_STATUSES,
  type Carrier,
  type FulfilmentKind,
  type OrderStatus,
} from '@regulars/shared';
import { Fen, ListOf, Nested, OneOf, PageQuery, PublicId, Text, Whole } from '../../platform/http/index.js';
import { PICKUP_CODE } from './order-numbers.js';

export const QUANTITY_MAX = 99;

export class CartLineBody {
  @PublicId('sku', { doc: 'The SKU' })
  skuId: number;

  @Whole({ min: 1, max: QUANTITY_MAX, doc: 'Pieces' })
  quantity: number;
}

export class FulfilmentBody {
  @OneOf(FULFILMENT_KINDS, { name: 'FulfilmentKind', doc: 'Picked up at a store or delivered' })
  kind: FulfilmentKind;

  @PublicId('store', { optional: true, doc: 'With pickup: the store' })
  storeId?: number;

  @PublicId('address', { optional: true, doc: 'With delivery: one of the member’s addresses' })
  addressId?: number;
}

export class QuoteBody {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @ListOf(() => CartLineBody, { min: 1, max: 50, doc: 'What is in the cart' })
  lines: CartLineBody[];

  @Nested(() => FulfilmentBody, { doc: 'How it reaches the customer' })
  fulfilment: FulfilmentBody;
}

export class PlaceOrderBody extends QuoteBody {
  @Fen({ doc: '`payFen` of the quote that the customer saw; another price is refused' })
  expectedPayFen: number;

  @Text({ max: 100, min: 0, optional: true, doc: 'A word to the store' })
  note?: string;
}

export class MemberOrdersQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @OneOf(ORDER_STATUSES, { optional: true, name: 'OrderStatus', doc: 'Only these' })
  status?: OrderStatus;
}

export class AdminOrdersQuery extends MemberOrdersQuery {}

export class PickupBody {
  @Text({ max: 8, pattern: PICKUP_CODE, patternMessage: '取货码不正确', doc: 'The customer’s pick-up code' })
  code: string;
}

export class ShipmentBody {
  @OneOf(CARRIER_CODES, { name: 'Carrier', doc: 'The carrier' })
  company: Carrier;

  @Text({
    max: 40,
    pattern: /^[0-9A-Za-z-]+$/,
    patternMessage: '运单号只含字母、数字和短横线',
    doc: 'Its tracking number',
  })
  trackingNo: string;
}
