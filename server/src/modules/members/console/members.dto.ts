import { PageQuery, Phone, PublicId, Text } from '../../../platform/http/index.js';

export class MembersQuery extends PageQuery {
  @PublicId('brand', { doc: 'Whose members' })
  brandId: number;

  @Phone({ optional: true, doc: 'Only whoever has bound this phone' })
  phone?: string;

  @Text({
    max: 12,
    pattern: /^\d{12}$/,
    patternMessage: '会员卡号是 12 位数字',
    optional: true,
    doc: 'Only this card',
  })
  cardNo?: string;
}

export class MemberQuery {
  @PublicId('brand', { doc: 'As whose member' })
  brandId: number;
}

export class RevealPhoneBody {
  @PublicId('brand', { doc: 'As whose member' })
  brandId: number;

  @Text({ min: 2, max: 100, doc: 'Why; kept in the audit', example: '联系顾客处理退款' })
  reason: string;
}
