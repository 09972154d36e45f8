import { CHECK_IN_KINDS, type CheckInKind } from '@regulars/shared';
import { BusinessDay, Instant, Nested, OneOf, OpaqueId, Text, Whole } from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import { StoreRefView, toStoreRefView, type Store } from '../org/index.js';
import type { CheckIn } from './check-in.entity.js';
import type { ShownStoreCode } from './store-codes.js';

export class CheckInView {
  @OpaqueId('check-in', { doc: 'The check-in' })
  id: string;

  @Nested(() => StoreRefView, { nullable: true, doc: 'Where; null when the store is closed for good' })
  store: StoreRefView | null;

  @BusinessDay({ doc: 'The business day it counts for' })
  businessDay: string;

  @OneOf(CHECK_IN_KINDS, { name: 'CheckInKind', doc: 'Who scanned whom' })
  kind: CheckInKind;

  @Whole({ min: 0, max: 1_000_000, doc: 'Points it brought' })
  points: number;

  @Instant({ doc: 'When' })
  at: string;
}

export class StoreCodeView {
  @Text({ max: 31, doc: 'To be shown to customers as a QR code' })
  code: string;

  @Instant({ doc: 'Until when the code is taken' })
  expiresAt: string;

  @Whole({ min: 1, max: 30, doc: 'When to ask for the next one' })
  refreshAfterSeconds: number;
}

export function toCheckInView(checkIn: CheckIn, store: Store | undefined): CheckInView {
  return {
    id: toPublicId('check-in', checkIn.id),
    store: store ? toStoreRefView(store) : null,
    businessDay: checkIn.businessDay,
    kind: checkIn.kind,
    points: checkIn.points,
    at: checkIn.at.toISOString(),
  };
}

export function toStoreCodeView({ expiresAt, ...shown }: ShownStoreCode): StoreCodeView {
  return { ...shown, expiresAt: expiresAt.toISOString() };
}
