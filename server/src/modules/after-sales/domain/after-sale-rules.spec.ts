import fc from 'fast-check';
import { differenceFen, obstacleOf, windowEnd, type AskedOrder } from './after-sale-rules.js';

const DAY_MS = 86_400_000;
const at = new Date('2026-06-01T04:00:00.000Z');
const order = (status: AskedOrder['status'], completedAt: Date | null = null): AskedOrder => ({
  status,
  fulfilment: 'delivery',
  handedOverAt: completedAt,
  completedAt,
});
const later = (days: number, ms = 0) => new Date(at.getTime() + days * DAY_MS + ms);

describe('what may be asked for', () => {
  it('is cancelling as long as nobody has begun', () => {
    expect(obstacleOf('cancel', 'no_reason', order('paid'), 7, at)).toBeUndefined();
    expect(obstacleOf('cancel', 'no_reason', order('preparing'), 7, at)).toBe('already_under_way');
    expect(obstacleOf('cancel', 'no_reason', order('closed'), 7, at)).toBe('order_not_paid');
  });

  it('is sending back only what has arrived or is on its way', () => {
    expect(obstacleOf('return', 'damaged', order('preparing'), 7, at)).toBe('goods_not_there');
    expect(obstacleOf('return', 'damaged', order('shipped'), 7, at)).toBeUndefined();
    expect(obstacleOf('refund_only', 'late', order('preparing'), 7, at)).toBeUndefined();
    expect(obstacleOf('refund_only', 'late', order('refunded'), 7, at)).toBe('order_not_paid');
  });

  it.each([7, 30])('without a reason ends with the last moment of %d days', (days) => {
    const arrived = order('completed', at);
    expect(obstacleOf('return', 'no_reason', arrived, days, later(days))).toBeUndefined();
    expect(obstacleOf('return', 'no_reason', arrived, days, later(days, 1))).toBe('window_over');
    expect(obstacleOf('return', 'damaged', arrived, days, later(days, 1))).toBeUndefined();
    expect(obstacleOf('return', 'damaged', arrived, days, later(90, 1))).toBe('window_over');
  });

  it('has no end while the goods are on their way', () => {
    expect(windowEnd('no_reason', order('shipped'), 7)).toBeUndefined();
  });
});

describe('the difference of an exchange', () => {
  it('is the same part of what was paid as of the list price', () => {
    expect(differenceFen({ listFen: 10_000, replacementFen: 8_000, paidFen: 9_000 })).toBe(1_800);
    expect(differenceFen({ listFen: 10_000, replacementFen: 10_000, paidFen: 9_000 })).toBe(0);
    expect(differenceFen({ listFen: 10_000, replacementFen: 10_001, paidFen: 9_000 })).toBeUndefined();
  });

  it('is never more than was paid', () => {
    const fen = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(fen, fen, fen, (listFen, replacementFen, paidFen) => {
        const difference = differenceFen({ listFen, replacementFen, paidFen }) ?? 0;
        expect(difference).toBeGreaterThanOrEqual(0);
        expect(difference).toBeLessThanOrEqual(paidFen);
      }),
      { numRuns: 200 },
    );
  });
});
