import { GUARANTEE_KINDS, PROMISE_STATUSES, type GuaranteeKind, type PromiseStatus } from '@regulars/shared';
import {
  Flag,
  Instant,
  ListOf,
  ListOfIds,
  ListOfText,
  OneOf,
  OpaqueId,
  PublicId,
  Text,
  Whole,
} from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { GuaranteeRow } from './guarantees.js';
import type { PromiseRow } from './order-promises.js';

const COUNT_MAX = 1_000_000_000;

export class GuaranteeView {
  @OpaqueId('guarantee', { doc: 'The guarantee' })
  id: string;

  @OneOf(GUARANTEE_KINDS, { name: 'GuaranteeKind', doc: 'What it is about' })
  kind: GuaranteeKind;

  @Text({ max: 12, doc: 'What stands on the badge' })
  title: string;

  @Text({ max: 200, doc: 'What exactly is guaranteed' })
  text: string;

  @Whole({ min: 1, max: 720, doc: 'Hours that its clock runs' })
  hours: number;

  @ListOfText({ max: 50, length: 32, doc: 'Only these products; none means all of the brand' })
  productIds: string[];

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Times it was called upon and kept' })
  kept: number;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Times it was called upon and not kept in time' })
  broken: number;
}

export class AdminGuaranteeView extends GuaranteeView {
  @Flag({ doc: 'Whether new orders get it' })
  active: boolean;
}

export class GuaranteeListView {
  @ListOf(() => GuaranteeView, { max: 20, doc: 'The guarantees that hold now' })
  items: GuaranteeView[];
}

export class AdminGuaranteeListView {
  @ListOf(() => AdminGuaranteeView, { max: 20, doc: 'All of them, those that hold first' })
  items: AdminGuaranteeView[];
}

export class PromiseView {
  @OpaqueId('guarantee', { doc: 'The guarantee' })
  guaranteeId: string;

  @OneOf(GUARANTEE_KINDS, { name: 'GuaranteeKind', doc: 'What it is about' })
  kind: GuaranteeKind;

  @Text({ max: 12, doc: 'As it was promised' })
  title: string;

  @OneOf(PROMISE_STATUSES, { name: 'PromiseStatus', doc: 'How far it is' })
  status: PromiseStatus;

  @Instant({ nullable: true, doc: 'Its clock began' })
  startedAt: string | null;

  @Instant({ nullable: true, doc: 'Kept until then, or broken' })
  dueAt: string | null;

  @Instant({ nullable: true, doc: 'Decided at' })
  settledAt: string | null;
}

export class OrderTermsView {
  @Whole({
    min: 0,
    max: 365,
    doc: 'Days for sending goods back without a reason, as they were when the order was paid',
  })
  returnDays: number;

  @Instant({ nullable: true, doc: 'Until when that is; null before the goods have arrived' })
  returnUntil: string | null;

  @ListOf(() => PromiseView, { max: 20, doc: 'What was guaranteed with the order' })
  promises: PromiseView[];
}

export class GuaranteeBody {
  @OneOf(GUARANTEE_KINDS, { name: 'GuaranteeKind', doc: 'What it is about' })
  kind: GuaranteeKind;

  @Text({ max: 12, doc: 'What stands on the badge' })
  title: string;

  @Text({ max: 200, doc: 'What exactly is guaranteed' })
  text: string;

  @Whole({ min: 1, max: 720, doc: 'Hours that its clock runs' })
  hours: number;

  @Flag({ doc: 'Whether new orders get it' })
  active: boolean;

  @ListOfIds('product', { max: 50, doc: 'Only these products; none means all of the brand' })
  productIds: number[];
}

export class NewGuaranteeBody extends GuaranteeBody {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

export class ReturnWindowView {
  @Whole({ min: 0, max: 99, doc: 'From this level on' })
  tierLevel: number;

  @Whole({ min: 0, max: 365, doc: 'Days' })
  days: number;
}

export class ReturnWindowsBody {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @ListOf(() => ReturnWindowView, {
    max: 20,
    doc: 'By level; the law’s seven days hold where nothing is said',
  })
  windows: ReturnWindowView[];
}

export class ReturnWindowsView {
  @ListOf(() => ReturnWindowView, { max: 20, doc: 'By level' })
  windows: ReturnWindowView[];
}

export class GuaranteesQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

type Rate = { readonly kept: number; readonly broken: number } | undefined;

export function toGuaranteeView(row: GuaranteeRow, rate: Rate): GuaranteeView {
  const { kind, title, text, hours } = row;
  return {
    id: toPublicId('guarantee', row.id),
    kind,
    title,
    text,
    hours,
    productIds: row.productIds.map((id) => toPublicId('product', id)),
    kept: rate?.kept ?? 0,
    broken: rate?.broken ?? 0,
  };
}

export function toPromiseView(row: PromiseRow): PromiseView {
  return {
    guaranteeId: toPublicId('guarantee', row.guaranteeId),
    kind: row.kind,
    title: row.title,
    status: row.status,
    startedAt: row.startedAt?.toISOString() ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
  };
}
