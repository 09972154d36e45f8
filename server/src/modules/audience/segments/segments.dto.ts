import { SEGMENT_KINDS, type SegmentKind } from '@regulars/shared';
import {
  OneOf,
  PAGE_LIMIT_MAX,
  PageQuery,
  PublicId,
  Shapeless,
  Text,
  Whole,
} from '../../../platform/http/index.js';

const EXPRESSION = 'Which members; the language is `SegmentExpression` of the shared package';
const EXAMPLE = { all: [{ number: { name: 'orders-365', from: 2 } }] };

export class SegmentsQuery extends PageQuery {
  @PublicId('brand', { doc: 'Whose segments' })
  brandId: number;
}

export class CountBody {
  @PublicId('brand', { doc: 'Whose members' })
  brandId: number;

  @Shapeless({ doc: EXPRESSION, example: EXAMPLE })
  expression: object;
}

export class SegmentMembersBody extends CountBody {
  @Text({ max: 200, optional: true, doc: '`next` of the page before' })
  after?: string;

  @Whole({ min: 1, max: PAGE_LIMIT_MAX, optional: true, doc: 'Members at most' })
  limit: number = 20;
}

export class NewSegmentBody extends CountBody {
  @Text({ max: 40, doc: 'What it is called', example: '最近常来的人' })
  name: string;

  @OneOf(SEGMENT_KINDS, { name: 'SegmentKind', doc: 'Asked anew each time, or kept as it is now' })
  kind: SegmentKind;
}

export class ChangeSegmentBody {
  @Text({ max: 40, optional: true, doc: 'What it is called' })
  name?: string;

  @Shapeless({ optional: true, doc: EXPRESSION, example: EXAMPLE })
  expression?: object;
}

export class VocabularyQuery {
  @PublicId('brand', { doc: 'About whose members' })
  brandId: number;
}
