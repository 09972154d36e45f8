import { STAFF_ROLES, type StaffRole } from '@regulars/shared';
import { ListOfIds, OneOf, PageQuery, PublicId, Text } from '../../../platform/http/index.js';
import { CODE_LENGTH, CODE_PATTERN } from '../random-code.js';

export class StaffQuery extends PageQuery {
  @PublicId('brand', { doc: 'Whose staff' })
  brandId: number;
}

export class NewStaffBody {
  @PublicId('brand', { doc: 'The brand they will work for' })
  brandId: number;

  @Text({ max: 20, doc: 'What colleagues and customers call them', example: '小满' })
  name: string;

  @OneOf(STAFF_ROLES, { name: 'StaffRole', doc: 'Their role' })
  role: StaffRole;

  @ListOfIds('store', { min: 1, max: 200, doc: 'The stores they will work in' })
  storeIds: number[];
}

export class AcceptInvitationBody {
  @Text({
    max: CODE_LENGTH,
    pattern: CODE_PATTERN,
    patternMessage: '邀请码是 10 位字母和数字',
    doc: 'The invitation code',
  })
  code: string;
}
