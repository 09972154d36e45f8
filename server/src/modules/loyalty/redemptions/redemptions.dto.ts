import { PageQuery, PublicId, Text } from '../../../platform/http/index.js';
import { REDEMPTION_CODE } from './redemption-code.js';

export class RedemptionsQuery extends PageQuery {
  @PublicId('brand', { doc: 'Whose rewards' })
  brandId: number;
}

export class NewRedemptionBody {
  @PublicId('reward', { doc: 'What to redeem' })
  rewardId: number;

  @PublicId('store', { optional: true, doc: 'Where it will be fetched; any store of the brand when absent' })
  storeId?: number;
}

export class CollectionBody {
  @Text({
    max: 10,
    pattern: REDEMPTION_CODE,
    patternMessage: '兑换码不正确',
    doc: 'The code the member shows',
  })
  code: string;
}
