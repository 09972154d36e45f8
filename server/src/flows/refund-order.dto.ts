import { Fen, ListOf, OpaqueId, PublicId, Text, Whole } from '../platform/http/index.js';

export class RefundLineBody {
  @PublicId('order-line', { doc: 'The line of the order' })
  lineId: number;

  @Whole({ min: 0, max: 99, doc: 'Pieces that come back; 0 for money alone' })
  quantity: number;

  @Fen({ optional: true, doc: 'Less than the share of the pieces, or the goodwill' })
  amountFen?: number;
}

export class RefundBody {
  @Text({ max: 60, doc: 'Why; the customer reads it' })
  reason: string;

  @ListOf(() => RefundLineBody, {
    min: 1,
    max: 50,
    optional: true,
    doc: 'Only these; all that is left when absent',
  })
  lines?: RefundLineBody[];
}

export class BegunRefundView {
  @OpaqueId('order-refund', { doc: 'The refund' })
  id: string;

  @Fen({ doc: 'How much goes back' })
  amountFen: number;

  @Whole({ min: 0, max: 1_000_000_000, doc: 'Points that go back' })
  points: number;
}
