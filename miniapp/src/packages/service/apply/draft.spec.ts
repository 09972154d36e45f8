import type { OrderView } from '@/api/views';
import { paidOrder } from '../../../../test/fixtures';
import { inputOf, kindsFor, mostFen, type Draft } from './draft';

const [first] = paidOrder.lines;
const order = {
  ...paidOrder,
  status: 'completed',
  lines: [
    { ...first, id: 'ol_1', quantity: 2, totalFen: 5001, refundedQuantity: 0, refundedFen: 0 },
    { ...first, id: 'ol_2', quantity: 1, totalFen: 3000, refundedQuantity: 0, refundedFen: 0 },
  ],
} as OrderView;

const draft: Draft = {
  kind: 'return',
  reason: 'damaged',
  text: ' 有裂痕 ',
  pictures: [],
  pieces: { ol_1: 1 },
  yuan: '',
  skus: {},
};

describe('a request for after-sales', () => {
  it('offers what fits the state', () => {
    expect(kindsFor('paid')).toEqual(['cancel']);
    expect(kindsFor('completed')).toEqual(['return', 'refund_only', 'exchange']);
    expect(kindsFor('closed')).toEqual([]);
  });

  it('asks for the share of the chosen pieces', () => {
    expect(mostFen(order, draft)).toBe(2500);
    expect(inputOf(order, draft)).toMatchObject({
      kind: 'return',
      text: '有裂痕',
      lines: [{ lineId: 'ol_1', quantity: 1 }],
    });
  });

  it('spreads a smaller amount over the lines, and refuses a larger one', () => {
    const two = { ...draft, kind: 'refund_only' as const, pieces: { ol_1: 2, ol_2: 1 } };
    expect(inputOf(order, { ...two, yuan: '60' })).toMatchObject({
      lines: [{ amountFen: 5001 }, { amountFen: 999 }],
    });
    expect(inputOf(order, { ...two, yuan: '80.02' })).toContain('退款金额');
    expect(inputOf(order, { ...two, yuan: '十元' })).toContain('退款金额');
  });

  it('is nothing without pieces or a reason', () => {
    expect(inputOf(order, { ...draft, pieces: {} })).toBeUndefined();
    expect(inputOf(order, { ...draft, reason: undefined })).toBeUndefined();
  });
});
