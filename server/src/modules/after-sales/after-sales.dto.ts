import {
  AFTER_SALE_KINDS,
  AFTER_SALE_REASONS,
  CARRIER_CODES,
  DISPOSITIONS,
  type AfterSaleKind,
  type AfterSaleReason,
  type Carrier,
  type Disposition,
} from '@regulars/shared';
import {
  Fen,
  ListOf,
  ListOfText,
  OneOf,
  PageQuery,
  PublicId,
  Text,
  Whole,
} from '../../platform/http/index.js';
import { PICTURE_URL } from '../../platform/media/index.js';

export const QUEUES = ['waiting', 'escalated', 'ended', 'all'] as const;
export type Queue = (typeof QUEUES)[number];

export class AfterSaleLineBody {
  @PublicId('order-line', { doc: 'The line of the order' })
  lineId: number;

  @Whole({ min: 0, max: 99, doc: 'Pieces; 0 for money alone, with refund_only' })
  quantity: number;

  @Fen({ optional: true, doc: 'Less than the share of the pieces, or the money that is asked for' })
  amountFen?: number;

  @PublicId('sku', { optional: true, doc: 'With an exchange: another variant; the same when absent' })
  exchangeSkuId?: number;
}

export class NewAfterSaleBody {
  @PublicId('order', { doc: 'The order' })
  orderId: number;

  @OneOf(AFTER_SALE_KINDS, { name: 'AfterSaleKind', doc: 'What is asked for' })
  kind: AfterSaleKind;

  @OneOf(AFTER_SALE_REASONS, { name: 'AfterSaleReason', doc: 'Why' })
  reason: AfterSaleReason;

  @Text({ max: 300, min: 0, optional: true, doc: 'In the customer’s words' })
  text?: string;

  @ListOfText({
    max: 9,
    length: 100,
    pattern: PICTURE_URL,
    optional: true,
    doc: 'Own uploads, as evidence',
  })
  pictures?: string[];

  @ListOf(() => AfterSaleLineBody, { min: 1, max: 50, doc: 'What it is about' })
  lines: AfterSaleLineBody[];
}

export class SendBackBody {
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

export class MemberAfterSalesQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

export class StaffAfterSalesQuery extends PageQuery {
  @PublicId('store', { doc: 'The store' })
  storeId: number;

  @OneOf(QUEUES, {
    optional: true,
    name: 'AfterSaleQueue',
    doc: 'Those that wait, the most urgent first, by default',
  })
  queue?: Queue;
}

export class AdminAfterSalesQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @OneOf(QUEUES, {
    optional: true,
    name: 'AfterSaleQueue',
    doc: 'Those that wait, the most urgent first, by default',
  })
  queue?: Queue;
}

export class DecidedLineBody {
  @PublicId('order-line', { doc: 'The line of the order' })
  lineId: number;

  @Fen({ doc: 'So much goes back for it, and no more than was asked for' })
  amountFen: number;
}

export class ApprovalBody {
  @ListOf(() => DecidedLineBody, {
    max: 50,
    optional: true,
    doc: 'Less than was asked for; all of it when absent',
  })
  lines?: DecidedLineBody[];
}

export class RejectionBody {
  @Text({ max: 100, doc: 'Why; the customer reads it' })
  reason: string;
}

export class ReceivedLineBody {
  @PublicId('order-line', { doc: 'The line of the order' })
  lineId: number;

  @OneOf(DISPOSITIONS, { name: 'Disposition', doc: 'What becomes of the pieces' })
  disposition: Disposition;
}

export class ReceiptBody {
  @ListOf(() => ReceivedLineBody, { min: 1, max: 50, doc: 'Every line that came back' })
  lines: ReceivedLineBody[];
}
