import {
  CARRIERS,
  CARRIER_CODES,
  FULFILMENT_KINDS,
  ORDER_STATUSES,
  PARCELS_MAX,
  REFUND_STATUSES,
  canMove,
  type Carrier,
  type FulfilmentKind,
  type OrderStage,
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
import { InvoiceView, toInvoiceView } from './checkout/checkout.view.js';
import type { Invoice } from './checkout/invoices.js';
import { waiting } from './domain/parcels.js';
import type { OrderActor, OrderEventRow, OrderLineRow, OrderRow } from './orders.repository.js';
import type { ParcelRow } from './parcels.repository.js';

const FEN_MIN = -10_000_000_000;
const STEPS_MAX = 200;

export const EVENT_ACTORS = ['member', 'staff', 'admin', 'system'] as const;
export type OrderEventActor = (typeof EVENT_ACTORS)[number];

export class PriceStepView {
  @OneOf(PRICE_RULES, { name: 'PriceRule', doc: 'The rule' })
  rule: PriceRule;

  @Text({ max: 60, doc: 'What the customer reads' })
  label: string;

  @Fen({ min: FEN_MIN, doc: 'What it adds, or takes off when negative' })
  amountFen: number;
}

export class LineView {
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

export class OrderLineView extends LineView {
  @OpaqueId('order-line', { doc: 'The line' })
  id: string;

  @Whole({ min: 0, max: 99, doc: 'With delivery: pieces that were sent' })
  shippedQuantity: number;

  @Whole({ min: 0, max: 99, doc: 'Pieces that still wait to be sent or fetched' })
  waitingQuantity: number;

  @Whole({ min: 0, max: 1_000_000_000, doc: 'Its share of the points spent' })
  points: number;

  @Whole({ min: 0, max: 99, doc: 'Pieces given back, or on their way back' })
  refundedQuantity: number;

  @Fen({ doc: 'Money given back, or on its way back' })
  refundedFen: number;
}

export class PriceView {
  @ListOf(() => PriceStepView, { max: STEPS_MAX, doc: 'How the price came about' })
  steps: PriceStepView[];

  @Fen({ doc: 'Goods at list price' })
  goodsFen: number;

  @Fen({ doc: 'Taken off by rules' })
  discountFen: number;

  @Fen({ doc: 'Freight' })
  freightFen: number;

  @Fen({ doc: 'To pay' })
  payFen: number;

  @Whole({ min: 0, max: 1_000_000_000, doc: 'Points spent, which is part of what rules took off' })
  points: number;
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

export class ParcelLineView {
  @OpaqueId('order-line', { doc: 'The line of the order' })
  lineId: string;

  @Whole({ min: 1, max: 99, doc: 'Pieces of it' })
  quantity: number;
}

export class ParcelView {
  @Whole({ min: 1, max: PARCELS_MAX, doc: '1, 2, 3 … within the order' })
  number: number;

  @OneOf(CARRIER_CODES, { name: 'Carrier', doc: 'The carrier' })
  carrier: Carrier;

  @Text({ max: 20, doc: 'What people call it' })
  company: string;

  @Text({ max: 40, doc: 'Its tracking number' })
  trackingNo: string;

  @Instant({ doc: 'Given to the carrier at' })
  sentAt: string;

  @ListOf(() => ParcelLineView, { max: 50, doc: 'What is in it' })
  lines: ParcelLineView[];
}

export class OrderFulfilmentView {
  @OneOf(FULFILMENT_KINDS, { name: 'FulfilmentKind', doc: 'Picked up at a store or delivered' })
  kind: FulfilmentKind;

  @Nested(() => OrderStoreView, { nullable: true, doc: 'With pickup: the store' })
  store: OrderStoreView | null;

  @Nested(() => OrderAddressView, { nullable: true, doc: 'With delivery: where to' })
  address: OrderAddressView | null;

  @Instant({ nullable: true, doc: 'With pickup: from when; null: as soon as it is ready' })
  pickupFrom: string | null;

  @Instant({ nullable: true, doc: 'Until when' })
  pickupTo: string | null;

  @ListOf(() => ParcelView, { max: PARCELS_MAX, doc: 'With delivery: what was sent so far' })
  parcels: ParcelView[];
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

export class OrderCountsView {
  @Whole({ min: 0, max: 1_000_000, doc: 'Waiting for their payment' })
  toPay: number;

  @Whole({ min: 0, max: 1_000_000, doc: 'Paid, or being prepared' })
  preparing: number;

  @Whole({ min: 0, max: 1_000_000, doc: 'Waiting at the counter, or on their way' })
  toReceive: number;

  @Whole({ min: 0, max: 1_000_000, doc: 'Completed' })
  done: number;

  @Whole({ min: 0, max: 1_000_000, doc: 'Given back, or about to be' })
  returned: number;
}

export function toOrderCountsView(counts: Readonly<Record<OrderStage, number>>): OrderCountsView {
  const { to_pay: toPay, preparing, to_receive: toReceive, done, returned } = counts;
  return { toPay, preparing, toReceive, done, returned };
}

export class OrderEventView {
  @Instant({ doc: 'When' })
  at: string;

  @OneOf(ORDER_STATUSES, { name: 'OrderStatus', doc: 'The state it came to' })
  status: OrderStatus;

  @OneOf(EVENT_ACTORS, { name: 'OrderEventActor', doc: 'Who did it' })
  by: OrderEventActor;

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

  @Nested(() => InvoiceView, { nullable: true, doc: 'The invoice that was asked for' })
  invoice: InvoiceView | null;

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
  readonly parcels: readonly ParcelRow[];
  readonly invoice: Invoice | undefined;
  readonly address: AddressContent | null;
}

export interface OrderRefund {
  readonly id: number;
  readonly status: RefundStatus;
  readonly amountFen: number;
  readonly at: Date;
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
  const { order, lines, events, store, parcels, invoice, address } = detail;
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
    points: order.points,
    paidFen: order.paidFen,
    refundedFen: order.refundedFen,
    lines: lines.map(toLineView),
    fulfilment: {
      kind: order.fulfilment,
      store: order.fulfilment === 'pickup' && store ? toOrderStoreView(store) : null,
      address: address && toOrderAddressView(address),
      pickupFrom: order.pickupFrom?.toISOString() ?? null,
      pickupTo: order.pickupTo?.toISOString() ?? null,
      parcels: parcels.map(toParcelView),
    },
    pickupCode: shownPickupCode(order),
    note: order.note,
    invoice: invoice ? toInvoiceView(invoice) : null,
    createdAt: order.createdAt.toISOString(),
    expiresAt: shownExpiry(order),
    paidAt: order.paidAt?.toISOString() ?? null,
    events: [
      // Placing is the row itself; only what came after has a row of history.
      {
        at: order.createdAt.toISOString(),
        status: 'pending_payment' as const,
        by: 'member' as const,
        note: '订单已提交',
      },
      ...events.map(({ at, status, actor, note }) => ({
        at: at.toISOString(),
        status,
        by: kindOf(actor),
        note,
      })),
    ],
    refunds: refunds.map(({ id, status, amountFen, at }) => ({
      id: toPublicId('refund', id),
      status,
      amountFen,
      at: at.toISOString(),
    })),
  };
}

export function toStepView({ rule, label, amountFen }: PriceStep): PriceStepView {
  return { rule, label, amountFen };
}

function toLineView(line: OrderLineRow): OrderLineView {
  return {
    id: toPublicId('order-line', line.id),
    skuId: toPublicId('sku', line.skuId),
    productId: toPublicId('product', line.productId),
    name: line.name,
    pictureUrl: line.pictureUrl,
    quantity: line.quantity,
    listFen: line.listFen,
    totalFen: line.totalFen,
    shippedQuantity: line.shippedQuantity,
    waitingQuantity: waiting(line),
    points: line.points,
    refundedQuantity: line.refundedQuantity,
    refundedFen: line.refundedFen,
  };
}

function toParcelView({ number, company, trackingNo, sentAt, lines }: ParcelRow): ParcelView {
  return {
    number,
    carrier: company,
    company: CARRIERS[company],
    trackingNo,
    sentAt: sentAt.toISOString(),
    lines: lines.map(({ lineId, quantity }) => ({ lineId: toPublicId('order-line', lineId), quantity })),
  };
}

function kindOf(actor: OrderActor): OrderEventActor {
  return EVENT_ACTORS.find((kind) => actor.startsWith(kind)) ?? 'system';
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
  // A municipality is its own province, and is named once.
  const region = province === city ? city : `${province}${city}`;
  return { name, phone, address: `${region}${district}${detail}` };
}

/** Of use only while something waits at the counter. */
function shownPickupCode({ status, pickupCode }: OrderRow): string | null {
  return canMove(status, 'completed') ? pickupCode : null;
}

function shownExpiry({ status, expiresAt }: OrderRow): string | null {
  return status === 'pending_payment' ? expiresAt.toISOString() : null;
}
