import {
  CARRIER_CODES,
  FULFILMENT_KINDS,
  ORDER_STAGES,
  ORDER_STATUSES,
  TRACKING_NO,
  type Carrier,
  type FulfilmentKind,
  type OrderStage,
  type OrderStatus,
} from '@regulars/shared';
import { InvoiceBody, LINK_CODE_FIELD } from './checkout/checkout.dto.js';
import {
  BusinessDay,
  Fen,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  PageQuery,
  Phone,
  PublicId,
  Text,
  Whole,
} from '../../platform/http/index.js';
import { OUT_TRADE_NO, PICKUP_CODE } from './order-numbers.js';

export const QUANTITY_MAX = 99;
const POINTS_MAX = 1_000_000_000;

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

  @PublicId('coupon', { optional: true, doc: 'One of the member’s coupons' })
  couponId?: number;

  @Whole({
    min: 0,
    max: POINTS_MAX,
    optional: true,
    doc: 'Points to pay with, at most; fewer are taken where the rules allow fewer',
  })
  points?: number;
}

export class PlaceOrderBody extends QuoteBody {
  @Fen({ doc: '`payFen` of the quote that the customer saw; another price is refused' })
  expectedPayFen: number;

  @Text({ max: 100, min: 0, optional: true, doc: 'A word to the store' })
  note?: string;

  @Instant({
    optional: true,
    doc: 'With pickup: beginning of one of the store’s windows; as soon as it is ready when absent',
  })
  pickupFrom?: string;

  @Nested(() => InvoiceBody, { optional: true, doc: 'An invoice, made out after the payment' })
  invoice?: InvoiceBody;

  @Flag({
    optional: true,
    doc: 'Takes the lines out of the cart, which must hold exactly these pieces: one cart is ordered once',
  })
  fromCart?: boolean;

  @Text({ ...LINK_CODE_FIELD, optional: true })
  linkCode?: string;
}

export class OrderCountsQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

export class MemberOrdersQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @OneOf(ORDER_STAGES, { optional: true, name: 'OrderStage', doc: 'Only the states of this stage' })
  stage?: OrderStage;

  @OneOf(ORDER_STATUSES, { optional: true, name: 'OrderStatus', doc: 'Only these' })
  status?: OrderStatus;
}

export class StaffOrdersQuery extends PageQuery {
  @PublicId('store', { doc: 'One of the staff’s stores' })
  storeId: number;

  @OneOf(ORDER_STATUSES, {
    optional: true,
    name: 'OrderStatus',
    doc: 'Only these; all that still wait for the store when absent',
  })
  status?: OrderStatus;
}

export class AdminOrdersQuery extends MemberOrdersQuery {
  @PublicId('store', { optional: true, doc: 'Only what leaves this store or warehouse' })
  storeId?: number;

  @BusinessDay({ optional: true, doc: 'Placed on this day or later' })
  from?: string;

  @BusinessDay({ optional: true, doc: 'Placed on this day or earlier' })
  to?: string;

  @Text({
    max: 26,
    pattern: OUT_TRADE_NO,
    patternMessage: '订单编号是 26 位数字',
    optional: true,
    doc: 'The one with this number',
  })
  number?: string;

  @Phone({ optional: true, doc: 'Sent to this phone, or of the member who has it' })
  phone?: string;
}

export class PickupBody {
  @Text({ max: 8, pattern: PICKUP_CODE, patternMessage: '取货码不正确', doc: 'The customer’s pick-up code' })
  code: string;
}

export class PackedLineBody {
  @PublicId('order-line', { doc: 'The line of the order' })
  lineId: number;

  @Whole({ min: 1, max: QUANTITY_MAX, doc: 'Pieces of it' })
  quantity: number;
}

export class ShipmentBody {
  @OneOf(CARRIER_CODES, { name: 'Carrier', doc: 'The carrier' })
  company: Carrier;

  @Text({
    max: 40,
    pattern: TRACKING_NO,
    patternMessage: '运单号一般是 8 到 22 位数字，前面可能有字母，请核对',
    doc: 'Its tracking number',
  })
  trackingNo: string;

  @ListOf(() => PackedLineBody, {
    min: 1,
    max: 50,
    optional: true,
    doc: 'What is in this parcel; everything that still waits when absent',
  })
  lines?: PackedLineBody[];
}
