import fc from 'fast-check';
import { legsOf, textOf } from './legs.js';
import { sumOf, type Lot } from './lots.js';
import {
  planClawBack,
  planEarning,
  planExpiry,
  planGivingBack,
  planSpending,
  type Holdings,
} from './movements.js';

const amounts = fc.integer({ min: 1, max: 300 });

const lots: fc.Arbitrary<Lot[]> = fc
  .array(fc.tuple(amounts, fc.option(fc.date({ noInvalidDate: true }), { nil: null })), { maxLength: 12 })
  .map((given) => given.map(([remaining, expiresAt], index) => ({ id: index + 1, remaining, expiresAt })));

const holdings: fc.Arbitrary<Holdings> = lots.map((given) => ({
  available: given.reduce((sum, lot) => sum + lot.remaining, 0),
  lots: given,
}));

describe('spending', () => {
  it('is refused with exactly what is missing', () => {
    expect(planSpending({ available: 70, lots: [{ id: 1, remaining: 70, expiresAt: null }] }, 100)).toEqual({
      missing: 30,
    });
  });

  it('takes the whole amount from lots, or nothing', () => {
    fc.assert(
      fc.property(holdings, amounts, (given, amount) => {
        const plan = planSpending(given, amount);
        if ('missing' in plan) {
          expect(plan.missing).toBe(amount - given.available);
          expect(plan.missing).toBeGreaterThan(0);
        } else {
          expect(plan).toMatchObject({ available: -amount, debt: 0, restored: [] });
          expect(sumOf(plan.taken)).toBe(amount);
        }
      }),
    );
  });

  it('needs no lots in a unit without them', () => {
    expect(planSpending({ available: 10, lots: [] }, 4)).toEqual({
      available: -4,
      debt: 0,
      taken: [],
      restored: [],
    });
  });
});

describe('earning', () => {
  it('repays what is owed before anything can be spent', () => {
    expect(planEarning(30, 50)).toMatchObject({ available: 20, debt: 30 });
    expect(planEarning(80, 50)).toMatchObject({ available: 0, debt: 50 });
    expect(planEarning(0, 50)).toMatchObject({ available: 50, debt: 0 });
  });
});

describe('clawing back', () => {
  it('takes from the own lot although another expires first', () => {
    const given: Holdings = {
      available: 100,
      lots: [
        { id: 1, remaining: 60, expiresAt: new Date('2026-12-31') },
        { id: 2, remaining: 40, expiresAt: null },
      ],
    };
    expect(planClawBack(given, 50, new Set([2])).taken).toEqual([
      { lotId: 2, amount: 40 },
      { lotId: 1, amount: 10 },
    ]);
  });

  it('always takes all of it: what is not there becomes a debt', () => {
    fc.assert(
      fc.property(holdings, amounts, fc.array(fc.integer({ min: 1, max: 12 })), (given, amount, own) => {
        const plan = planClawBack(given, amount, new Set(own));
        expect(plan.available + plan.debt).toBe(-amount);
        expect(given.available + plan.available).toBeGreaterThanOrEqual(0);
        expect(sumOf(plan.taken)).toBe(0 - plan.available);
        // Nobody owes while something is left to spend.
        expect(plan.debt === 0 || given.available + plan.available === 0).toBe(true);
      }),
    );
  });
});

describe('giving back', () => {
  it('repays a debt first and refills the lot that expires last', () => {
    const used: Lot[] = [
      { id: 1, remaining: 30, expiresAt: new Date('2026-12-31') },
      { id: 2, remaining: 30, expiresAt: null },
    ];
    expect(planGivingBack(20, 55, used)).toEqual({
      available: 35,
      debt: 20,
      taken: [],
      restored: [
        { lotId: 2, amount: 30 },
        { lotId: 1, amount: 5 },
      ],
    });
  });

  it('undoes a spending exactly', () => {
    fc.assert(
      fc.property(holdings, amounts, (given, amount) => {
        const spent = planSpending(given, amount);
        if ('missing' in spent) {
          return;
        }
        const used = spent.taken.map((share) => ({
          id: share.lotId,
          remaining: share.amount,
          expiresAt: given.lots.find((lot) => lot.id === share.lotId)!.expiresAt,
        }));
        const back = planGivingBack(0, amount, used);
        expect(back.available).toBe(amount);
        expect(back.restored.toSorted((a, b) => a.lotId - b.lotId)).toEqual(
          spent.taken.toSorted((a, b) => a.lotId - b.lotId),
        );
      }),
    );
  });
});

describe('expiry', () => {
  it('takes exactly what has lapsed', () => {
    fc.assert(
      fc.property(holdings, fc.date({ noInvalidDate: true }), (given, by) => {
        const lapsed = given.lots.filter((lot) => lot.expiresAt !== null && lot.expiresAt <= by);
        const plan = planExpiry(given, by);
        expect(plan.taken.map((share) => share.lotId).toSorted()).toEqual(
          lapsed.map((lot) => lot.id).toSorted(),
        );
        expect(plan.available).toBe(0 - lapsed.reduce((sum, lot) => sum + lot.remaining, 0));
      }),
    );
  });
});

describe('the legs of a movement', () => {
  const movement = (available: number, debt: number) => ({ available, debt, taken: [], restored: [] });

  it('pass through zero, so that each balance afterwards is the net position', () => {
    expect(legsOf(movement(20, 30))).toEqual([
      { role: 'debt', amount: 30 },
      { role: 'available', amount: 20 },
    ]);
    expect(legsOf(movement(-70, -30))).toEqual([
      { role: 'available', amount: -70 },
      { role: 'debt', amount: -30 },
    ]);
  });

  it('leave out what does not move', () => {
    expect(legsOf(movement(20, 0))).toEqual([{ role: 'available', amount: 20 }]);
    expect(legsOf(movement(0, 0))).toEqual([]);
  });

  it('say on the statement when they meet a debt', () => {
    expect(textOf({ role: 'available', amount: 20 }, '消费获得积分')).toBe('消费获得积分');
    expect(textOf({ role: 'debt', amount: 30 }, '消费获得积分')).toBe('消费获得积分（抵还欠分）');
    expect(textOf({ role: 'debt', amount: -30 }, '退款收回积分')).toBe('退款收回积分（余额不足，记为欠分）');
  });
});
