import {
  CARRIERS,
  FULFILMENT_KINDS,
  ORDER_STATUSES,
  REFUND_STATUSES,
  type FulfilmentKind,
  type OrderStatus,
  type RefundStatus,
} from '@regulars/shared';
import {
  Fen,
  Instant,
  ListOf,
  Nested,
  OneOf,
  OpaqueId,
  Text,
  Whole,
  pageOf,
} from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import type { AddressContent } from '../members/index.js';
import type { Store } from '../org/index.js';
import { PRICE_RULES, type PriceRule, type PriceStep } from '../pricing/index.js';
import type { OrderEventRow, OrderLineRow, OrderRow } from './orders.repository.js';
import type { PricedCart } from './price-cart.js';

const FEN_MIN = -10_000_000_000;

export class PriceStepView {
  @OneOf(PRICE_RULES, { name: 'PriceRule', doc: 'The rule' })
  rule: PriceRule;

  @Text({ max: 40, doc: 'What the customer reads' })
  label: string;

  @Fen({ min: FEN_MIN, doc: 'What it adds, or takes off when negative' })
  amountFen: number;
}

export class OrderLineView {
  @OpaqueId('sku', { doc: 'The SKU' })
  skuId: string;

  @OpaqueId('product', { doc: 'Its product' })
  productId: string;

  @Text({ max: 110, doc: 'Product and variant' })
  name: string;

  @Text({ max: 500, doc: 'Its picture' })
  pictureUrl: string;

  @Whole({ min: 1, max: 99, doc: 'Pieces' })
  quantity: number;

  @Fen({ doc: 'List price of one piece' })
  listFen: number;

  @Fen({ doc: 'To pay for all pieces' })
  totalFen: number;
}

export class QuotedLineView extends OrderLineView {
  @Whole({ min: 0, max: 1_000_000_000, doc: 'Pieces that can be ordered' })
  available: number;
}

class PriceView {
  @ListOf(() => PriceStepView, { max: 20, doc: 'How the price came about' })
  steps: PriceStepView[];

  @Fen({ doc: 'Goods at list price' })
  goodsFen: number;

  @Fen({ doc: 'Taken off by rules' })
  discountFen: number;

  @Fen({ doc: 'Freight' })
  freightFen: number;

  @Fen({ doc: 'To pay' })
  payFen: number;
}

export class QuoteView extends PriceView {
  @ListOf(() => QuotedLineView, { max: 50, doc: 'The cart, one line for each SKU' })
  lines: QuotedLineView[];
}

export class PlacedOrderView {
  @OpaqueId('order', { doc: 'The order' })
  id: string;

  @Text({ max: 32, doc: 'Its number at WeChat Pay' })
  outTradeNo: string;

  @OneOf(ORDER_STATUSES, { name: 'OrderStatus', doc: 'Its state' })
  status: OrderStatus;

  @Fen({ doc: 'To pay' })
  payFen: number;
}

export class OrderStoreView {
  @OpaqueId('store', { doc: 'The store' })
  id: string;

  @Text({ max: 40, doc: 'Its name' })
  name: string;

  @Text({ max: 140, doc: 'Where it is' })
  address: string;

  @Text({ max: 20, doc: 'Its telephone' })
  phone: string;
}

export class OrderAddressView {
  @Text({ max: 20, doc: 'Who receives' })
  name: string;

  @Text({ max: 20, doc: 'The receiver’s phone' })
  phone: string;

  @Text({ max: 200, doc: 'Where to' })
  address: string;
}

export class OrderFulfilmentView {
  @OneOf(FULFILMENT_KINDS, { name: 'FulfilmentKind', doc: 'Picked up at a store or delivered' })
  kind: FulfilmentKind;

  @Nested(() => OrderStoreView, { nullable: true, doc: 'With pickup: the store' })
  store: OrderStoreView | null;

  @Nested(() => OrderAddressView, { nullable: true, doc: 'With delivery: where to' })
  address: OrderAddressView | null;

  @Text({ max: 20, nullable: true, doc: 'The carrier, once shipped' })
  company: string | null;

  @Text({ max: 40, nullable: true, doc: 'Its tracking number' })
  trackingNo: string | null;
}

export class OrderSummaryView extends PlacedOrderView {
  @OneOf(FULFILMENT_KINDS, { name: 'FulfilmentKind', doc: 'Picked up at a store or delivered' })
  kind: FulfilmentKind;

  @ListOf(() => OrderLineView, { max: 50, doc: 'What was ordered' })
  lines: OrderLineView[];

  @Text({ max: 8, nullable: true, doc: 'Shown at the counter, once paid' })
  pickupCode: string | null;

  @Instant({ doc: 'Placed at' })
  createdAt: string;

  @Instant({ nullable: true, doc: 'While unpaid: closes at' })
  expiresAt: string | null;
}

export class OrderSummaryPage extends pageOf(OrderSummaryView) {}

export class OrderEventView {
  @Instant({ doc: 'When' })
  at: string;

  @OneOf(ORDER_STATUSES, { name: 'OrderStatus', doc: 'The state it came to' })
  status: OrderStatus;

  @Text({ max: 200, doc: 'In words' })
  note: string;
}

export class OrderRefundView {
  @OpaqueId('refund', { doc: 'The refund' })
  id: string;

  @OneOf(REFUND_STATUSES, { name: 'RefundStatus', doc: 'How far it is' })
  status: RefundStatus;

  @Fen({ doc: 'How much' })
  amountFen: number;

  @Instant({ doc: 'Asked for at' })
  at: string;
}

export class OrderView extends PriceView {
  @OpaqueId('order', { doc: 'The order' })
  id: string;

  @Text({ max: 32, doc: 'Its number at WeChat Pay' })
  outTradeNo: string;

  @OpaqueId('brand', { doc: 'The brand' })
  brandId: string;

  @OneOf(ORDER_STATUSES, { name: 'OrderStatus', doc: 'Its state' })
  status: OrderStatus;

  @Fen({ doc: 'Paid' })
  paidFen: number;

  @Fen({ doc: 'Given back' })
  refundedFen: number;

  @ListOf(() => OrderLineView, { max: 50, doc: 'What was ordered' })
  lines: OrderLineView[];

  @Nested(() => OrderFulfilmentView, { doc: 'How it reaches the customer' })
  fulfilment: OrderFulfilmentView;

  @Text({ max: 8, nullable: true, doc: 'Shown at the counter, once paid' })
  pickupCode: string | null;

  @Text({ max: 100, min: 0, doc: 'The customer’s word to the store' })
  note: string;

  @Instant({ doc: 'Placed at' })
  createdAt: string;

  @Instant({ nullable: true, doc: 'While unpaid: closes at' })
  expiresAt: string | null;

  @Instant({ nullable: true, doc: 'Paid at' })
  paidAt: string | null;

  @ListOf(() => OrderEventView, { max: 50, doc: 'What happened to it' })
  events: OrderEventView[];

  @ListOf(() => OrderRefundView, { max: 50, doc: 'Money on its way back' })
  refunds: OrderRefundView[];
}

/** Everything a view of one order is made of. */
export interface OrderDetail {
  readonly order: OrderRow;
  readonly lines: readonly OrderLineRow[];
  readonly events: readonly OrderEventRow[];
  readonly store: Store | undefined;
  readonly address: AddressContent | null;
}

export interface OrderRefund {
  readonly id: number;
  readonly status: RefundStatus;
  readonly amountFen: number;
  readonly at: Date;
}

export function toQuoteView({ quote, skus, available }: PricedCart): QuoteView {
  return {
    lines: quote.lines.map((line) => {
      const sku = skus.get(line.skuId);
      return {
        skuId: toPublicId('sku', line.skuId),
        productId: toPublicId('product', sku?.productId ?? 0),
        name: sku?.title ?? '',
        pictureUrl: sku?.pictureUrl ?? '',
        quantity: line.quantity,
        listFen: line.listFen,
        totalFen: line.totalFen,
        available: available.get(line.skuId) ?? 0,
      };
    }),
    steps: quote.steps.map(toStepView),
    goodsFen: quote.goodsFen,
    discountFen: quote.discountFen,
    freightFen: quote.freightFen,
    payFen: quote.payFen,
  };
}

export function toOrderSummaryView(order: OrderRow, lines: readonly OrderLineRow[]): OrderSummaryView {
  return {
    id: toPublicId('order', order.id),
    outTradeNo: order.outTradeNo,
    status: order.status,
    payFen: order.payFen,
    kind: order.fulfilment,
    lines: lines.map(toLineView),
    pickupCode: shownPickupCode(order),
    createdAt: order.createdAt.toISOString(),
    expiresAt: shownExpiry(order),
  };
}

export function toOrderView(detail: OrderDetail, refunds: readonly OrderRefund[]): OrderView {
  const { order, lines, events, store, address } = detail;
  return {
    id: toPublicId('order', order.id),
    outTradeNo: order.outTradeNo,
    brandId: toPublicId('brand', order.brandId),
    status: order.status,
    steps: order.steps.map(toStepView),
    goodsFen: order.goodsFen,
    discountFen: order.discountFen,
    freightFen: order.freightFen,
    payFen: order.payFen,
    paidFen: order.paidFen,
    refundedFen: order.refundedFen,
    lines: lines.map(toLineView),
    fulfilment: {
      kind: order.fulfilment,
      store: order.fulfilment === 'pickup' && store ? toOrderStoreView(store) : null,
      address: address && toOrderAddressView(address),
      company: order.shippingCompany && CARRIERS[order.shippingCompany],
      trackingNo: order.trackingNo,
    },
    pickupCode: shownPickupCode(order),
    note: order.note,
    createdAt: order.createdAt.toISOString(),
    expiresAt: shownExpiry(order),
    paidAt: order.paidAt?.toISOString() ?? null,
    events: [
      // Placing is the row itself; only what came after has a row of history.
      { at: order.createdAt.toISOString(), status: 'pending_payment' as const, note: '订单已提交' },
      ...events.map(({ at, status, note }) => ({ at: at.toISOString(), status, note })),
    ],
    refunds: refunds.map(({ id, status, amountFen, at }) => ({
      id: toPublicId('refund', id),
      status,
      amountFen,
      at: at.toISOString(),
    })),
  };
}

function toStepView({ rule, label, amountFen }: PriceStep): PriceStepView {
  return { rule, label, amountFen };
}

function toLineView(line: OrderLineRow): OrderLineView {
  return {
    skuId: toPublicId('sku', line.skuId),
    productId: toPublicId('product', line.productId),
    name: line.name,
    pictureUrl: line.pictureUrl,
    quantity: line.quantity,
    listFen: line.listFen,
    totalFen: line.totalFen,
  };
}

function toOrderStoreView({ id, name, city, address, phone }: Store): OrderStoreView {
  return { id: toPublicId('store', id), name, address: `${city}${address}`, phone };
}

function toOrderAddressView({
  name,
  phone,
  province,
  city,
  district,
  detail,
}: AddressContent): OrderAddressView {
  return { name, phone, address: `${province}${city}${district}${detail}` };
}

/** Of use only while something waits at the counter. */
function shownPickupCode({ status, pickupCode }: OrderRow): string | null {
  return status === 'paid' || status === 'ready' ? pickupCode : null;
}

function shownExpiry({ status, expiresAt }: OrderRow): string | null {
  return status === 'pending_payment' ? expiresAt.toISOString() : null;
}
