import { OmitType, PartialType } from '@nestjs/swagger';
import {
  LIVE_CODE_CHANNELS,
  LIVE_CODE_EXITS,
  LIVE_CODE_STATUSES,
  type LiveCodeChannel,
  type LiveCodeExit,
  type LiveCodeStatus,
} from '@regulars/shared';
import {
  Decimal,
  ListOfIds,
  ListOfText,
  OneOf,
  PageQuery,
  PublicId,
  Text,
  Whole,
} from '../../../platform/http/index.js';
import type { NewLiveCode } from './create-live-code.js';

export class PositionQuery {
  @Decimal({ min: -90, max: 90, optional: true, doc: 'Where the customer is; only together with `lng`' })
  lat?: number;

  @Decimal({ min: -180, max: 180, optional: true, doc: 'Where the customer is; only together with `lat`' })
  lng?: number;
}

export class AdminLiveCodesQuery extends PageQuery {
  @PublicId('brand', { doc: 'Whose codes' })
  brandId: number;

  @PublicId('store', { optional: true, doc: 'Only codes that may lead to this store' })
  storeId?: number;
}

export class NewLiveCodeBody {
  @PublicId('brand', { doc: 'Whose code' })
  brandId: number;

  @Text({ max: 40, doc: 'Its name in the console', example: '徐家汇店收银台' })
  name: string;

  @OneOf(LIVE_CODE_CHANNELS, {
    name: 'LiveCodeChannel',
    optional: true,
    doc: 'Where it is printed; the counter',
  })
  channel?: LiveCodeChannel;

  @Text({ max: 80, doc: 'What is promised for joining', example: '入会即享会员价，到店签到再得积分' })
  promise: string;

  @ListOfText({
    min: 1,
    max: 4,
    length: 10,
    values: LIVE_CODE_EXITS,
    optional: true,
    doc: 'The ways on, as equals; joining alone when absent',
  })
  exits?: LiveCodeExit[];

  @Whole({ min: 50, max: 100_000, optional: true, nullable: true, doc: 'How far a store may be, in metres' })
  radiusM?: number | null;

  @PublicId('store', {
    optional: true,
    nullable: true,
    doc: 'Where to send those who are near none of the stores',
  })
  defaultStoreId?: number | null;

  @ListOfIds('store', {
    max: 200,
    optional: true,
    doc: 'Where it may lead; none means any store of the brand',
  })
  storeIds?: number[];
}

export class ChangeLiveCodeBody extends PartialType(OmitType(NewLiveCodeBody, ['brandId']), {
  skipNullProperties: false,
}) {
  @OneOf(LIVE_CODE_STATUSES, { name: 'LiveCodeStatus', optional: true, doc: 'A paused code leads nowhere' })
  status?: LiveCodeStatus;
}

/** At first depth a code stands on the counter and lets people join. */
export function toNewLiveCode(body: NewLiveCodeBody): NewLiveCode {
  return {
    brandId: body.brandId,
    name: body.name,
    channel: body.channel ?? 'counter',
    promise: body.promise,
    exits: body.exits ?? ['join'],
    status: 'active',
    radiusM: body.radiusM ?? null,
    defaultStoreId: body.defaultStoreId ?? null,
    storeIds: body.storeIds ?? [],
  };
}
