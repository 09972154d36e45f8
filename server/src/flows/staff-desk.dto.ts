import { PublicId, Text } from '../platform/http/index.js';

export class MemberLookupBody {
  @Text({ max: 64, doc: 'What the staff scanned on the member’s card' })
  memberCode: string;
}

export class TodayQuery {
  @PublicId('store', { doc: 'Which store' })
  storeId: number;
}
