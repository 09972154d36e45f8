import { DIFFERENCE_STATES, EXPORT_KINDS, type DifferenceState, type ExportKind } from '@regulars/shared';
import { BusinessDay, OneOf, PageQuery, PublicId, Text } from '../../../platform/http/index.js';

export class DayQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @BusinessDay({ doc: 'The day' })
  day: string;
}

export class DayBody extends DayQuery {}

export class DaysQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @BusinessDay({ doc: 'The first day' })
  from: string;

  @BusinessDay({ doc: 'The last day' })
  to: string;
}

export class DifferencesQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @BusinessDay({ optional: true, doc: 'Only of this day' })
  day?: string;

  @OneOf(DIFFERENCE_STATES, { optional: true, name: 'DifferenceState', doc: 'Only these' })
  state?: DifferenceState;
}

export class AcceptanceBody {
  @Text({ max: 200, doc: 'What it was; it stands in the audit with who says so' })
  note: string;
}

export class ExportQuery extends DaysQuery {
  @OneOf(EXPORT_KINDS, { name: 'ExportKind', doc: 'What to export' })
  kind: ExportKind;
}
