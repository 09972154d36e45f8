import { Decimal, PublicId, Text } from '../platform/http/index.js';

export class CheckInBody {
  @Text({ max: 64, doc: 'What the customer scanned in the store: its printed or its rotating code' })
  storeCode: string;

  @Decimal({ min: -90, max: 90, optional: true, doc: 'Where the customer is; only together with `lng`' })
  lat?: number;

  @Decimal({ min: -180, max: 180, optional: true, doc: 'Where the customer is; only together with `lat`' })
  lng?: number;
}

export class StaffCheckInBody {
  @Text({ max: 64, doc: 'What the staff scanned on the member’s card' })
  memberCode: string;

  @PublicId('store', { optional: true, doc: 'Where; needed by staff of several stores' })
  storeId?: number;
}
