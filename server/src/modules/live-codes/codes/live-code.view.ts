import {
  LIVE_CODE_CHANNELS,
  LIVE_CODE_EXITS,
  LIVE_CODE_STATUSES,
  type LiveCodeChannel,
  type LiveCodeExit,
  type LiveCodeStatus,
} from '@regulars/shared';
import {
  Instant,
  ListOf,
  ListOfText,
  Nested,
  OneOf,
  OpaqueId,
  Text,
  Whole,
} from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { BrandView, StoreRefView, StoreView, toStoreRefView, type Store } from '../../org/index.js';
import type { LiveCode } from './live-code.entity.js';

export class ResolvedCodeView {
  @Text({ max: 10, doc: 'The code' })
  code: string;

  @Nested(() => BrandView, { doc: 'Whose code' })
  brand: BrandView;

  @Nested(() => StoreView, {
    nullable: true,
    doc: 'Where it leads now; null: the customer chooses from `stores`',
  })
  store: StoreView | null;

  @ListOf(() => StoreView, { max: 100, doc: 'Where it may lead, nearest first' })
  stores: StoreView[];

  @Text({ max: 80, doc: 'What is promised for joining' })
  promise: string;

  @ListOfText({ max: 4, length: 10, values: LIVE_CODE_EXITS, doc: 'The ways on, as equals' })
  exits: LiveCodeExit[];
}

export class AdminLiveCodeView {
  @OpaqueId('live-code', { doc: 'The code' })
  id: string;

  @OpaqueId('brand', { doc: 'Whose code' })
  brandId: string;

  @Text({ max: 10, doc: 'What is printed' })
  code: string;

  @Text({ max: 40, doc: 'Its name in the console' })
  name: string;

  @OneOf(LIVE_CODE_CHANNELS, { name: 'LiveCodeChannel', doc: 'Where it is printed' })
  channel: LiveCodeChannel;

  @Text({ max: 80, doc: 'What is promised for joining' })
  promise: string;

  @ListOfText({ max: 4, length: 10, values: LIVE_CODE_EXITS, doc: 'The ways on' })
  exits: LiveCodeExit[];

  @OneOf(LIVE_CODE_STATUSES, { name: 'LiveCodeStatus', doc: 'A paused code leads nowhere' })
  status: LiveCodeStatus;

  @Whole({
    min: 50,
    max: 100_000,
    nullable: true,
    doc: 'How far a store may be, in metres; null for any distance',
  })
  radiusM: number | null;

  @OpaqueId('store', { nullable: true, doc: 'Where to send those who are near none of the stores' })
  defaultStoreId: string | null;

  @ListOf(() => StoreRefView, { max: 200, doc: 'Where it may lead; none means any store of the brand' })
  stores: StoreRefView[];

  @Whole({ min: 0, max: 1_000_000_000, doc: 'How often it was scanned' })
  scans: number;

  @Whole({ min: 0, max: 1_000_000_000, doc: 'How many joined through it' })
  joins: number;

  @Instant({ doc: 'When it was made' })
  createdAt: string;
}

export function toAdminLiveCodeView(
  code: LiveCode,
  stores: readonly Store[],
  figures: { scans: number; joins: number },
): AdminLiveCodeView {
  return {
    id: toPublicId('live-code', code.id),
    brandId: toPublicId('brand', code.brandId),
    code: code.code,
    name: code.name,
    channel: code.channel,
    promise: code.promise,
    exits: code.exits,
    status: code.status,
    radiusM: code.radiusM,
    defaultStoreId: code.defaultStoreId === null ? null : toPublicId('store', code.defaultStoreId),
    stores: stores.map(toStoreRefView),
    scans: figures.scans,
    joins: figures.joins,
    createdAt: code.createdAt.toISOString(),
  };
}
