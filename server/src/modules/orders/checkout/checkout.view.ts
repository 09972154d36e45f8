import { INVOICE_KINDS, INVOICE_STATUSES, type InvoiceKind, type InvoiceStatus } from '@regulars/shared';
import { Flag, Instant, ListOf, OneOf, OpaqueId, Text, Whole, pageOf } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { PickupRule } from '../domain/pickup-windows.js';
import type { CheckoutLink, CountedLink } from './checkout-links.js';
import type { Invoice } from './invoices.js';
import type { OrderRule } from './order-rules.js';
import type { FreeWindow } from './pickup-slots.js';

export class InvoiceView {
  @OneOf(INVOICE_KINDS, { name: 'InvoiceKind', doc: 'For a person or a company' })
  kind: InvoiceKind;

  @Text({ max: 60, doc: 'Whom it is made out to' })
  title: string;

  @Text({ max: 20, nullable: true, doc: 'Of a company: its tax number' })
  taxNumber: string | null;

  @Text({ max: 254, min: 0, doc: 'Where it is sent' })
  email: string;

  @OneOf(INVOICE_STATUSES, { name: 'InvoiceStatus', doc: 'Asked for or made out' })
  status: InvoiceStatus;

  @Text({ max: 30, nullable: true, doc: 'Its number, once made out' })
  number: string | null;

  @Instant({ doc: 'Asked for at' })
  requestedAt: string;
}

export class OrderInvoiceView extends InvoiceView {
  @OpaqueId('order', { doc: 'The order' })
  orderId: string;
}

export class OrderInvoicePage extends pageOf(OrderInvoiceView) {}

export class PickupWindowView {
  @Instant({ doc: 'From' })
  from: string;

  @Instant({ doc: 'To' })
  to: string;

  @Whole({ min: 0, max: 1000, nullable: true, doc: 'Orders that still fit; null: as many as come' })
  left: number | null;
}

export class PickupWindowListView {
  @ListOf(() => PickupWindowView, { max: 2000, doc: 'The next one first' })
  items: PickupWindowView[];
}

export class PickupRuleView {
  @Whole({ min: 0, max: 1440, doc: 'Minutes between order and the earliest window' })
  leadMinutes: number;

  @Whole({ min: 10, max: 480, doc: 'Minutes that a window is long' })
  windowMinutes: number;

  @Whole({ min: 0, max: 14, doc: 'Days ahead; 0: today only' })
  daysAhead: number;

  @Whole({ min: 1, max: 1000, nullable: true, doc: 'Orders in one window; null: as many as come' })
  capacity: number | null;
}

export class OrderRuleView {
  @Whole({ min: 1, max: 50, doc: 'Orders of one member that may wait for their payment' })
  unpaidMax: number;

  @Whole({ min: 1, max: 60, doc: 'Days after which a parcel is believed to have arrived' })
  receivedAfterDays: number;
}

export class LinkLineView {
  @OpaqueId('sku', { doc: 'The SKU' })
  skuId: string;

  @Whole({ min: 1, max: 99, doc: 'Pieces' })
  quantity: number;
}

export class CheckoutLinkView {
  @Text({ max: 10, doc: 'Its code' })
  code: string;

  @OpaqueId('brand', { doc: 'The brand' })
  brandId: string;

  @Text({ max: 40, doc: 'What it offers' })
  title: string;

  @ListOf(() => LinkLineView, { max: 10, doc: 'What is in the cart' })
  lines: LinkLineView[];

  @OpaqueId('store', { nullable: true, doc: 'Where it is fetched unless the customer says otherwise' })
  storeId: string | null;
}

export class AdminCheckoutLinkView extends CheckoutLinkView {
  @Text({ max: 80, doc: 'The page of the mini-program that it opens' })
  path: string;

  @Flag({ doc: 'Whether it works' })
  active: boolean;

  @Instant({ doc: 'Made at' })
  createdAt: string;

  @Instant({ nullable: true, doc: 'Until when it works' })
  endsAt: string | null;

  @Whole({ min: 0, max: 1_000_000_000, doc: 'Paid orders it led to' })
  orders: number;
}

export class AdminCheckoutLinkPage extends pageOf(AdminCheckoutLinkView) {}

export function toInvoiceView(invoice: Invoice): InvoiceView {
  const { kind, title, taxNumber, email, status, number, requestedAt } = invoice;
  return {
    kind,
    title,
    taxNumber: taxNumber ?? null,
    email,
    status,
    number,
    requestedAt: requestedAt.toISOString(),
  };
}

export function toOrderInvoiceView(invoice: Invoice): OrderInvoiceView {
  return { orderId: toPublicId('order', invoice.orderId), ...toInvoiceView(invoice) };
}

export function toPickupWindowView({ from, to, left }: FreeWindow): PickupWindowView {
  return { from: from.toISOString(), to: to.toISOString(), left };
}

export function toPickupRuleView({
  leadMinutes,
  windowMinutes,
  daysAhead,
  capacity,
}: PickupRule): PickupRuleView {
  return { leadMinutes, windowMinutes, daysAhead, capacity };
}

export function toOrderRuleView({ unpaidMax, receivedAfterDays }: OrderRule): OrderRuleView {
  return { unpaidMax, receivedAfterDays };
}

export function toCheckoutLinkView({ code, brandId, title, lines, storeId }: CheckoutLink): CheckoutLinkView {
  return {
    code,
    brandId: toPublicId('brand', brandId),
    title,
    lines: lines.map(({ skuId, quantity }) => ({ skuId: toPublicId('sku', skuId), quantity })),
    storeId: storeId === null ? null : toPublicId('store', storeId),
  };
}

export function toAdminCheckoutLinkView(link: CountedLink): AdminCheckoutLinkView {
  return {
    ...toCheckoutLinkView(link),
    path: `packages/trade/checkout/index?link=${link.code}`,
    active: link.status === 'active',
    createdAt: link.createdAt.toISOString(),
    endsAt: link.endsAt?.toISOString() ?? null,
    orders: link.orders,
  };
}
