import {
  Decimal,
  Flag,
  ListOf,
  OneOf,
  OpaqueId,
  Text,
  TimeOfDay,
  Whole,
} from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { Nearby } from '../domain/nearest.js';
import { toTimeOfDay } from '../domain/opening-hours.js';
import { CHECK_IN_LOCATIONS, STORE_KINDS, type CheckInLocation, type StoreKind } from './store-kinds.js';
import type { Store } from './store.entity.js';

export class StoreRefView {
  @OpaqueId('store', { doc: 'The store' })
  id: string;

  @Text({ max: 40, doc: 'Its name' })
  name: string;
}

class StoreBase {
  @OpaqueId('store', { doc: 'The store' })
  id: string;

  @OpaqueId('brand', { doc: 'Its brand' })
  brandId: string;

  @Text({ max: 40, doc: 'Its name' })
  name: string;

  @Text({ max: 20, doc: 'Its city' })
  city: string;

  @Text({ max: 120, doc: 'Its address within the city' })
  address: string;

  @Decimal({ min: -90, max: 90, doc: 'Latitude in degrees' })
  lat: number;

  @Decimal({ min: -180, max: 180, doc: 'Longitude in degrees' })
  lng: number;

  @TimeOfDay({ doc: 'Opens at' })
  opensAt: string;

  @TimeOfDay({ doc: 'Closes at; at or before `opensAt` means past midnight, the same means round the clock' })
  closesAt: string;

  @Text({ max: 20, doc: 'Its telephone' })
  phone: string;
}

export class StoreView extends StoreBase {
  @Flag({ doc: 'Open right now' })
  open: boolean;

  @Whole({ min: 0, max: 21_000_000, nullable: true, doc: 'Metres from the given position; null without one' })
  distanceM: number | null;
}

export class StoreListView {
  @ListOf(() => StoreView, { max: 100, doc: 'Nearest first' })
  items: StoreView[];
}

export class AdminStoreView extends StoreBase {
  @Text({ max: 10, doc: 'The code printed at its door' })
  code: string;

  @OneOf(STORE_KINDS, {
    name: 'StoreKind',
    doc: 'A shop that customers visit, or a warehouse that only ships',
  })
  kind: StoreKind;

  @OneOf(CHECK_IN_LOCATIONS, {
    name: 'CheckInLocation',
    doc: 'Whether a check-in by the printed code needs a position',
  })
  checkInLocation: CheckInLocation;

  @Whole({ min: 50, max: 5000, doc: 'How far from the store a check-in still counts, in metres' })
  checkInRadiusM: number;

  @Flag({ doc: 'Closed for good and hidden from customers' })
  archived: boolean;
}

export function toStoreRefView({ id, name }: Pick<Store, 'id' | 'name'>): StoreRefView {
  return { id: toPublicId('store', id), name };
}

export function toStoreView({ place, open, distanceM }: Nearby<Store>): StoreView {
  return { ...toStoreBase(place), open, distanceM };
}

export function toAdminStoreView(store: Store): AdminStoreView {
  return {
    ...toStoreBase(store),
    code: store.code,
    kind: store.kind,
    checkInLocation: store.checkInLocation,
    checkInRadiusM: store.checkInRadiusM,
    archived: store.archivedAt !== null,
  };
}

function toStoreBase(store: Store): StoreBase {
  return {
    id: toPublicId('store', store.id),
    brandId: toPublicId('brand', store.brandId),
    name: store.name,
    city: store.city,
    address: store.address,
    lat: store.lat,
    lng: store.lng,
    opensAt: toTimeOfDay(store.opensMinute),
    closesAt: toTimeOfDay(store.closesMinute),
    phone: store.phone,
  };
}
