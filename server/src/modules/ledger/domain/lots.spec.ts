import fc from 'fast-check';
import { byExpiry, sumOf, takeFrom, type Lot } from './lots.js';

const lot = (id: number, remaining: number, expiresAt: string | null = null): Lot => ({
  id,
  remaining,
  expiresAt: expiresAt === null ? null : new Date(expiresAt),
});

describe('the order of lots', () => {
  it('spends what expires first, then what never expires, the older before the younger', () => {
    const lots = [
      lot(1, 5),
      lot(2, 5, '2027-01-01'),
      lot(3, 5, '2026-12-01'),
      lot(4, 5),
      lot(5, 5, '2027-01-01'),
    ];
    expect(lots.toSorted(byExpiry).map(({ id }) => id)).toEqual([3, 2, 5, 1, 4]);
  });
});

describe('taking from lots', () => {
  it('takes whole lots and then a part of one', () => {
    expect(takeFrom([lot(1, 5), lot(2, 0), lot(3, 9), lot(4, 9)], 8)).toEqual([
      { lotId: 1, amount: 5 },
      { lotId: 3, amount: 3 },
    ]);
  });

  it('takes what is asked for or everything, never more than a lot has, in order', () => {
    const lots = fc
      .array(fc.nat(100), { maxLength: 20 })
      .map((amounts) => amounts.map((amount, index) => lot(index, amount)));
    fc.assert(
      fc.property(lots, fc.nat(1500), (given, amount) => {
        const shares = takeFrom(given, amount);
        expect(sumOf(shares)).toBe(
          Math.min(
            amount,
            given.reduce((sum, { remaining }) => sum + remaining, 0),
          ),
        );
        for (const share of shares) {
          expect(share.amount).toBeGreaterThan(0);
          expect(share.amount).toBeLessThanOrEqual(given[share.lotId]!.remaining);
        }
        // Only the last touched lot may keep something.
        for (const share of shares.slice(0, -1)) {
          expect(share.amount).toBe(given[share.lotId]!.remaining);
        }
      }),
    );
  });
});
