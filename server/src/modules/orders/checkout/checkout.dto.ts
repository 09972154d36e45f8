import { INVOICE_KINDS, INVOICE_STATUSES, type InvoiceKind, type InvoiceStatus } from '@regulars/shared';
import {
  Email,
  Flag,
  Instant,
  ListOf,
  OneOf,
  PageQuery,
  PublicId,
  Text,
  Whole,
} from '../../../platform/http/index.js';
import { LINK_CODE } from './checkout-links.js';

export class InvoiceBody {
  @OneOf(INVOICE_KINDS, { name: 'InvoiceKind', doc: 'For a person or a company' })
  kind: InvoiceKind;

  @Text({ max: 60, doc: 'Whom it is made out to', example: '上海山前文化有限公司' })
  title: string;

  @Text({ max: 20, optional: true, doc: 'Of a company: its tax number', example: '91110000802100433B' })
  taxNumber?: string;

  @Email({ doc: 'Where it is sent' })
  email: string;
}

export class InvoicesQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @OneOf(INVOICE_STATUSES, { name: 'InvoiceStatus', optional: true, doc: 'Only these' })
  status?: InvoiceStatus;
}

export class IssuedInvoiceBody {
  @Text({
    max: 30,
    pattern: /^\d{8,30}$/,
    patternMessage: '发票号码是 8 到 30 位数字',
    doc: 'The number on it',
    example: '25312000000123456789',
  })
  number: string;
}

export class OrderRuleBody {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @Whole({ min: 1, max: 50, doc: 'Orders of one member that may wait for their payment' })
  unpaidMax: number;

  @Whole({ min: 1, max: 60, doc: 'Days after which a parcel is believed to have arrived' })
  receivedAfterDays: number;
}

export class OrderRuleQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

export class PickupRuleBody {
  @Whole({ min: 0, max: 1440, doc: 'Minutes between order and the earliest window' })
  leadMinutes: number;

  @Whole({ min: 10, max: 480, doc: 'Minutes that a window is long' })
  windowMinutes: number;

  @Whole({ min: 0, max: 14, doc: 'Days ahead; 0: today only' })
  daysAhead: number;

  @Whole({ min: 1, max: 1000, nullable: true, doc: 'Orders in one window; null: as many as come' })
  capacity: number | null;
}

export class PickupWindowsQuery {
  @PublicId('brand', { doc: 'The brand of the store' })
  brandId: number;
}

export class LinkLineBody {
  @PublicId('sku', { doc: 'The SKU' })
  skuId: number;

  @Whole({ min: 1, max: 99, doc: 'Pieces' })
  quantity: number;
}

export class NewCheckoutLinkBody {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @Text({ max: 40, doc: 'What it offers, as the customer reads it', example: '早安组合' })
  title: string;

  @ListOf(() => LinkLineBody, { min: 1, max: 10, doc: 'What is in the cart' })
  lines: LinkLineBody[];

  @PublicId('store', { optional: true, doc: 'Where it is fetched unless the customer says otherwise' })
  storeId?: number;

  @Instant({ optional: true, doc: 'Until when it works; for ever when absent' })
  endsAt?: string;
}

export class CheckoutLinksQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

export class ChangeCheckoutLinkBody {
  @Flag({ doc: 'Whether it works' })
  active: boolean;
}

export const LINK_CODE_FIELD = {
  max: 10,
  pattern: LINK_CODE,
  patternMessage: '链接不正确',
  doc: 'The code of the checkout link that led here',
} as const;
