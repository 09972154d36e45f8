import fc from 'fast-check';
import { earnedFor, takenBackInAll } from './earnings.js';

const fen = fc.integer({ min: 0, max: 10_000_000_000 });

describe('what an amount earns', () => {
  it.each([
    [0, 10_000, 0],
    [99, 10_000, 0],
    [100, 10_000, 1],
    [8_850, 10_000, 88],
    [8_850, 5_000, 44],
    [8_850, 25_000, 221],
    [8_850, 0, 0],
  ])('%d fen at %d basis points a yuan earn %d', (amountFen, perYuanBp, points) => {
    expect(earnedFor(amountFen, perYuanBp)).toBe(points);
  });

  it('stays exact where floating numbers would not', () => {
    expect(earnedFor(9_999_999_999, 999_999)).toBe(9_999_989_999);
  });

  it('never gives more for less', () => {
    fc.assert(
      fc.property(fen, fen, fc.nat(1_000_000), (a, b, bp) => {
        expect(earnedFor(Math.min(a, b), bp)).toBeLessThanOrEqual(earnedFor(Math.max(a, b), bp));
      }),
    );
  });
});

describe('what refunds take back', () => {
  it('refuses to take back more than was paid', () => {
    expect(() => takenBackInAll(10, { refundedFen: 101, paidFen: 100 })).toThrow('Refunded 101 of 100 fen');
    expect(() => takenBackInAll(10, { refundedFen: -1, paidFen: 100 })).toThrow();
  });

  it('takes nothing from an order that cost nothing', () => {
    expect(takenBackInAll(0, { refundedFen: 0, paidFen: 0 })).toBe(0);
  });

  it('rounds to the nearest', () => {
    expect(takenBackInAll(88, { refundedFen: 2_950, paidFen: 8_850 })).toBe(29);
  });

  it('grows with each refund and ends at exactly everything, however it is split', () => {
    const refunds = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.nat(1_000_000), refunds, (whole, parts) => {
        const paidFen = parts.reduce((sum, part) => sum + part, 0);
        let refundedFen = 0;
        let before = 0;
        for (const part of parts) {
          refundedFen += part;
          const taken = takenBackInAll(whole, { refundedFen, paidFen });
          expect(taken).toBeGreaterThanOrEqual(before);
          expect(Math.abs(taken - (whole * refundedFen) / paidFen)).toBeLessThan(1);
          before = taken;
        }
        expect(before).toBe(whole);
      }),
    );
  });
});
