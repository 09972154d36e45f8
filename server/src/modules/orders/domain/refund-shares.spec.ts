import fc from 'fast-check';
import { refundShare, type RefundableLine, type RefundWanted } from './refund-shares.js';

const fresh = (totalFen: number, quantity: number, points = 0): RefundableLine => ({
  totalFen,
  quantity,
  points,
  refundedFen: 0,
  refundedQuantity: 0,
  refundedPoints: 0,
});

function after(line: RefundableLine, wanted: RefundWanted): RefundableLine {
  const { amountFen, points } = refundShare(line, wanted);
  return {
    ...line,
    refundedFen: line.refundedFen + amountFen,
    refundedPoints: line.refundedPoints + points,
    refundedQuantity: line.refundedQuantity + ('quantity' in wanted ? wanted.quantity : 0),
  };
}

const paid = fc.record({
  totalFen: fc.integer({ min: 0, max: 10_000_000_000 }),
  quantity: fc.integer({ min: 1, max: 99 }),
  points: fc.integer({ min: 0, max: 1_000_000_000 }),
});
/** Each step takes a thousandth part or more of what is left, in pieces or in money. */
const steps = fc.array(fc.record({ money: fc.boolean(), thousandths: fc.integer({ min: 1, max: 1000 }) }), {
  maxLength: 30,
});

describe('the share of a refund', () => {
  it('gives the odd fen with the last piece', () => {
    const line = fresh(1000, 3, 10);
    expect(refundShare(line, { quantity: 1 })).toEqual({ amountFen: 333, points: 3 });
    const rest = after(after(line, { quantity: 1 }), { quantity: 1 });
    expect(refundShare(rest, { quantity: 1 })).toEqual({ amountFen: 334, points: 4 });
  });

  it('lets money alone take its share of the points along', () => {
    expect(refundShare(fresh(1000, 1, 100), { amountFen: 250 })).toEqual({ amountFen: 250, points: 25 });
  });

  it('gives points back for pieces that were paid with points alone', () => {
    expect(refundShare(fresh(0, 2, 51), { quantity: 1 })).toEqual({ amountFen: 0, points: 25 });
  });

  it.each([{ quantity: 3 }, { quantity: 0 }, { quantity: 0.5 }, { amountFen: 1001 }, { amountFen: -1 }])(
    'never gives more than is left, or nothing: %j',
    (wanted) => {
      expect(() => refundShare(fresh(1000, 2), wanted)).toThrow('Cannot refund');
    },
  );

  it('adds up to exactly what was paid, whatever the parts and their order', () => {
    fc.assert(
      fc.property(paid, steps, ({ totalFen, quantity, points }, parts) => {
        let line = fresh(totalFen, quantity, points);
        for (const { money, thousandths } of parts) {
          const left = money ? line.totalFen - line.refundedFen : line.quantity - line.refundedQuantity;
          // The last piece is kept back, so that there is an end to come to.
          const part = Math.min(Math.ceil((left * thousandths) / 1000), left - 1);
          if (part > 0) {
            line = after(line, money ? { amountFen: part } : { quantity: part });
            expect(line.refundedFen).toBeLessThanOrEqual(totalFen);
            expect(line.refundedPoints).toBeLessThanOrEqual(points);
          }
        }
        const whole = after(line, { quantity: line.quantity - line.refundedQuantity });
        expect([whole.refundedFen, whole.refundedPoints]).toEqual([totalFen, points]);
      }),
      { numRuns: 2000 },
    );
  });
});
