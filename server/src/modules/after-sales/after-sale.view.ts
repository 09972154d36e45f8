import {
  AFTER_SALE_KINDS,
  AFTER_SALE_REASONS,
  AFTER_SALE_STATUSES,
  CARRIERS,
  DISPOSITIONS,
  type AfterSaleKind,
  type AfterSaleReason,
  type AfterSaleStatus,
  type Disposition,
} from '@regulars/shared';
import {
  Fen,
  Flag,
  Instant,
  ListOf,
  ListOfText,
  OneOf,
  OpaqueId,
  Text,
  Whole,
  pageOf,
} from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import type { OrderLineRow } from '../orders/index.js';
import type { AfterSaleEventRow, AfterSaleLineRow, AfterSaleRow } from './after-sales.repository.js';

const EVENT_ACTORS = ['member', 'staff', 'admin', 'system'] as const;

export class AfterSaleLineView {
  @OpaqueId('order-line', { doc: 'The line of the order' })
  lineId: string;

  @Text({ max: 110, doc: 'Product and variant' })
  name: string;

  @Text({ max: 500, doc: 'Its picture' })
  pictureUrl: string;

  @Whole({ min: 0, max: 99, doc: 'Pieces; none for money alone' })
  quantity: number;

  @Fen({ doc: 'What goes back for it' })
  amountFen: number;

  @OpaqueId('sku', { nullable: true, doc: 'With an exchange: what is wanted instead' })
  exchangeSkuId: string | null;

  @OneOf(DISPOSITIONS, { nullable: true, name: 'Disposition', doc: 'What became of the pieces' })
  disposition: Disposition | null;
}

export class AfterSaleSummaryView {
  @OpaqueId('after-sale', { doc: 'The after-sale' })
  id: string;

  @OpaqueId('order', { doc: 'Its order' })
  orderId: string;

  @OneOf(AFTER_SALE_KINDS, { name: 'AfterSaleKind', doc: 'What is asked for' })
  kind: AfterSaleKind;

  @OneOf(AFTER_SALE_STATUSES, { name: 'AfterSaleStatus', doc: 'How far it is' })
  status: AfterSaleStatus;

  @OneOf(AFTER_SALE_REASONS, { name: 'AfterSaleReason', doc: 'Why' })
  reason: AfterSaleReason;

  @Fen({ doc: 'What goes back, as far as decided' })
  amountFen: number;

  @ListOf(() => AfterSaleLineView, { max: 50, doc: 'What it is about' })
  lines: AfterSaleLineView[];

  @Instant({ nullable: true, doc: 'Whoever is next has until then' })
  dueAt: string | null;

  @Flag({ doc: 'Whether the brand let the time pass' })
  escalated: boolean;

  @Instant({ doc: 'Asked for at' })
  createdAt: string;
}

export class AfterSaleSummaryPage extends pageOf(AfterSaleSummaryView) {}

export class AfterSaleEventView {
  @Instant({ doc: 'When' })
  at: string;

  @OneOf(AFTER_SALE_STATUSES, { name: 'AfterSaleStatus', doc: 'The state it came to' })
  status: AfterSaleStatus;

  @OneOf(EVENT_ACTORS, { name: 'EventActor', doc: 'Who did it' })
  by: (typeof EVENT_ACTORS)[number];

  @Text({ max: 200, doc: 'In words' })
  note: string;
}

export class AfterSaleView extends AfterSaleSummaryView {
  @Text({ max: 300, min: 0, doc: 'In the customer’s words' })
  text: string;

  @Flag({ doc: 'Whether WeChat advises against showing the words' })
  textDoubtful: boolean;

  @ListOfText({ max: 9, length: 500, doc: 'Evidence' })
  pictures: string[];

  @Text({ max: 20, nullable: true, doc: 'The carrier of what is sent back' })
  returnCompany: string | null;

  @Text({ max: 40, nullable: true, doc: 'Its tracking number' })
  returnTrackingNo: string | null;

  @OpaqueId('order', { nullable: true, doc: 'The order that brings the replacement' })
  exchangeOrderId: string | null;

  @ListOf(() => AfterSaleEventView, { max: 50, doc: 'What happened to it' })
  events: AfterSaleEventView[];
}

export function toAfterSaleSummaryView(
  row: AfterSaleRow,
  lines: readonly AfterSaleLineRow[],
  orderLines: ReadonlyMap<number, OrderLineRow>,
): AfterSaleSummaryView {
  return {
    id: toPublicId('after-sale', row.id),
    orderId: toPublicId('order', row.orderId),
    kind: row.kind,
    status: row.status,
    reason: row.reason,
    amountFen: row.amountFen,
    lines: lines
      .filter(({ afterSaleId }) => afterSaleId === row.id)
      .map((line) => ({
        lineId: toPublicId('order-line', line.lineId),
        name: orderLines.get(line.lineId)?.name ?? '',
        pictureUrl: orderLines.get(line.lineId)?.pictureUrl ?? '',
        quantity: line.quantity,
        amountFen: line.amountFen,
        exchangeSkuId: line.exchangeSkuId === null ? null : toPublicId('sku', line.exchangeSkuId),
        disposition: line.disposition,
      })),
    dueAt: row.dueAt?.toISOString() ?? null,
    escalated: row.escalatedAt !== null,
    createdAt: row.createdAt.toISOString(),
  };
}

export function toAfterSaleView(
  row: AfterSaleRow,
  lines: readonly AfterSaleLineRow[],
  orderLines: ReadonlyMap<number, OrderLineRow>,
  events: readonly AfterSaleEventRow[],
): AfterSaleView {
  return {
    ...toAfterSaleSummaryView(row, lines, orderLines),
    text: row.text,
    textDoubtful: row.textCheck === 'risky' || row.textCheck === 'review',
    pictures: [...row.pictures],
    returnCompany: row.returnCompany && CARRIERS[row.returnCompany],
    returnTrackingNo: row.returnTrackingNo,
    exchangeOrderId: row.exchangeOrderId === null ? null : toPublicId('order', row.exchangeOrderId),
    events: events.map(({ at, status, actor, note }) => ({
      at: at.toISOString(),
      status,
      by: EVENT_ACTORS.find((kind) => actor.startsWith(kind)) ?? 'system',
      note,
    })),
  };
}
