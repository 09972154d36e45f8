import { TAG_SOURCES, type TagSource } from '@regulars/shared';
import { Flag, OneOf, PageQuery, PublicId, Text, Whole } from '../../../platform/http/index.js';

const POSITION_MAX = 9999;
const FRESH_DAYS_MAX = 3650;

export class TagsQuery {
  @PublicId('brand', { doc: 'Whose tags' })
  brandId: number;
}

export class MemberTagsQuery extends PageQuery {
  @PublicId('brand', { doc: 'As whose member' })
  brandId: number;
}

export class NewTagGroupBody {
  @PublicId('brand', { doc: 'Whose tags' })
  brandId: number;

  @Text({ max: 20, doc: 'What its tags are about', example: '肤质' })
  name: string;

  @Flag({ doc: 'A member has one tag of it at most' })
  exclusive: boolean;

  @Flag({ doc: 'Whether staff may give its tags' })
  byStaff: boolean;

  @Whole({ min: 0, max: POSITION_MAX, optional: true, doc: 'Where it stands' })
  position: number = 0;
}

export class ChangeTagGroupBody {
  @Text({ max: 20, optional: true, doc: 'What its tags are about' })
  name?: string;

  @Flag({ optional: true, doc: 'Whether staff may give its tags' })
  byStaff?: boolean;

  @Whole({ min: 0, max: POSITION_MAX, optional: true, doc: 'Where it stands' })
  position?: number;
}

export class NewTagBody {
  @PublicId('tag-group', { doc: 'In which group' })
  groupId: number;

  @Text({ max: 20, doc: 'What it is called', example: '敏感肌' })
  name: string;

  @OneOf(TAG_SOURCES, { name: 'TagSource', doc: 'Where its assignments come from' })
  source: TagSource;

  @Text({ max: 200, min: 0, doc: 'Whom it means' })
  description: string;

  @Whole({
    min: 1,
    max: FRESH_DAYS_MAX,
    nullable: true,
    doc: 'Days after which an assignment should be looked at again; null for never',
  })
  freshDays: number | null;
}

export class ChangeTagBody {
  @Text({ max: 20, optional: true, doc: 'What it is called' })
  name?: string;

  @Text({ max: 200, min: 0, optional: true, doc: 'Whom it means' })
  description?: string;

  @Whole({ min: 1, max: FRESH_DAYS_MAX, optional: true, nullable: true, doc: 'Null for never' })
  freshDays?: number | null;

  @Flag({ optional: true, doc: 'A retired tag is given to nobody any more; it can come back' })
  retired?: boolean;
}

export class GiveTagBody {
  @PublicId('member', { doc: 'To whom' })
  memberId: number;

  @Text({ max: 200, min: 2, doc: 'Why; it stands in the history', example: '顾客在店里说起' })
  reason: string;

  @Whole({ min: 1, max: FRESH_DAYS_MAX, optional: true, nullable: true, doc: 'For how many days' })
  days?: number | null;
}

export class TakeTagBody {
  @PublicId('member', { doc: 'From whom' })
  memberId: number;

  @Text({ max: 200, min: 2, doc: 'Why; it stands in the history' })
  reason: string;
}
