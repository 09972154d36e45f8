import { SEGMENT_KINDS, type SegmentKind } from '@regulars/shared';
import { Instant, ListOf, OneOf, OpaqueId, Shapeless, Text, Whole } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { showExpression } from './segment-keys.js';
import type { Segment } from './segments.repository.js';

const COUNT_MAX = 4_294_967_295;

export class SegmentCountView {
  @Whole({ min: 0, max: COUNT_MAX, doc: 'How many members it means, exactly' })
  count: number;

  @Instant({ doc: 'As of when' })
  asOf: string;

  @Whole({ min: 0, max: 1_000_000, doc: 'Milliseconds it took, rounded up' })
  tookMs: number;
}

export class SegmentView {
  @OpaqueId('segment', { doc: 'The segment' })
  id: string;

  @Text({ max: 40, doc: 'What it is called' })
  name: string;

  @OneOf(SEGMENT_KINDS, { name: 'SegmentKind', doc: 'Asked anew each time, or kept as it was' })
  kind: SegmentKind;

  @Whole({ min: 1, max: COUNT_MAX, doc: 'Which version of its expression this is' })
  version: number;

  @Shapeless({ doc: 'Which members' })
  expression: object;

  @Whole({ min: 0, max: COUNT_MAX, doc: 'How many it meant when it was last counted' })
  members: number;

  @Instant({ doc: 'When that was' })
  countedAt: string;

  @Instant({ doc: 'When it was made' })
  createdAt: string;
}

export function toSegmentView(segment: Segment): SegmentView {
  const { id, name, kind, version, expression, members, countedAt, createdAt } = segment;
  return {
    id: toPublicId('segment', id),
    name,
    kind,
    version,
    expression: showExpression(expression),
    members,
    countedAt: countedAt.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}

export class SegmentWordView {
  @Text({ max: 24, doc: 'Of which kind of set' })
  kind: string;

  @Text({ max: 40, doc: 'The key to use in an expression' })
  key: string;

  @Text({ max: 100, doc: 'What people call it' })
  text: string;

  @Text({ max: 40, min: 0, doc: 'Under which heading it stands, if any' })
  group: string;
}

export class SegmentVocabularyView {
  @ListOf(() => SegmentWordView, { max: 10_000, doc: 'What expressions about this brand’s members can name' })
  words: SegmentWordView[];
}

export class BreakdownPartView extends SegmentWordView {
  @Whole({ min: 0, max: COUNT_MAX, doc: 'How many of those the expression means' })
  count: number;
}

export class SegmentBreakdownView {
  @Whole({ min: 0, max: COUNT_MAX, doc: 'How many members it means' })
  count: number;

  @ListOf(() => BreakdownPartView, { max: 2000, doc: 'How they spread' })
  parts: BreakdownPartView[];
}
