import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Decimal,
  Flag,
  OneOf,
  PageQuery,
  PublicId,
  Text,
  TimeOfDay,
  Whole,
} from '../../../platform/http/index.js';
import { CHECK_IN_LOCATIONS, STORE_KINDS, type CheckInLocation, type StoreKind } from './store-kinds.js';

export class StoresQuery {
  @PublicId('brand', { doc: 'Whose stores' })
  brandId: number;

  @Decimal({ min: -90, max: 90, optional: true, doc: 'Where the customer is; only together with `lng`' })
  lat?: number;

  @Decimal({ min: -180, max: 180, optional: true, doc: 'Where the customer is; only together with `lat`' })
  lng?: number;
}

export class AdminStoresQuery extends PageQuery {
  @PublicId('brand', { doc: 'Whose stores' })
  brandId: number;
}

export class NewStoreBody {
  @PublicId('brand', { doc: 'The brand it belongs to' })
  brandId: number;

  @OneOf(STORE_KINDS, {
    name: 'StoreKind',
    doc: 'A shop that customers visit, or a warehouse that only ships',
  })
  kind: StoreKind;

  @Text({ max: 40, doc: 'Its name', example: '徐家汇店' })
  name: string;

  @Text({ max: 20, doc: 'Its city', example: '上海' })
  city: string;

  @Text({ max: 120, doc: 'Its address within the city', example: '徐汇区漕溪北路 88 号' })
  address: string;

  @Decimal({ min: -90, max: 90, doc: 'Latitude in degrees' })
  lat: number;

  @Decimal({ min: -180, max: 180, doc: 'Longitude in degrees' })
  lng: number;

  @TimeOfDay({ doc: 'Opens at', example: '08:00' })
  opensAt: string;

  @TimeOfDay({ doc: 'Closes at; at or before `opensAt` means past midnight', example: '22:00' })
  closesAt: string;

  @Text({ max: 20, pattern: /^[\d+() -]{5,20}$/, patternMessage: '请填写门店电话', doc: 'Its telephone' })
  phone: string;

  @OneOf(CHECK_IN_LOCATIONS, {
    name: 'CheckInLocation',
    doc: 'Whether a check-in by the printed code needs a position',
  })
  checkInLocation: CheckInLocation;

  @Whole({ min: 50, max: 5000, doc: 'How far from the store a check-in still counts, in metres' })
  checkInRadiusM: number;
}

export class ChangeStoreBody extends PartialType(OmitType(NewStoreBody, ['brandId']), {
  skipNullProperties: false,
}) {
  @Flag({ optional: true, doc: 'true closes it for good and hides it from customers' })
  archived?: boolean;
}
