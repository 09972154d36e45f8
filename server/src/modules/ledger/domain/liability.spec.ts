import fc from 'fast-check';
import { NOTHING_OWED, liabilityOf, movementsOf, standingAfter, type Flow } from './liability.js';

const ROUTES = [
  ['order.paid', 'issued', 'available'],
  ['order.paid', 'issued', 'pending'],
  ['order.paid', 'issued', 'debt'],
  ['order.refunded', 'available', 'issued'],
  ['order.refunded', 'pending', 'issued'],
  ['order.refunded', 'debt', 'issued'],
  ['points.matured', 'pending', 'available'],
  ['points.matured', 'pending', 'debt'],
  ['redemption.made', 'available', 'redeemed'],
  ['redemption.cancelled', 'redeemed', 'available'],
  ['lots.expired', 'available', 'expired'],
] as const;

const flow = fc.record({
  route: fc.constantFrom<(typeof ROUTES)[number]>(...ROUTES),
  amount: fc.integer({ min: 1, max: 1000 }),
});
const flows = fc
  .array(flow, { maxLength: 60 })
  .map((all) =>
    all.map(({ route, amount }): Flow => ({ cause: route[0], from: route[1], to: route[2], amount })),
  );

it('what is owed changes by exactly what was issued and taken back, redeemed and given back, and expired', () => {
  fc.assert(
    fc.property(flows, (given) => {
      const { issued, takenBack, redeemed, givenBack, expired } = movementsOf(given);
      const after = standingAfter(NOTHING_OWED, given);
      expect(liabilityOf(after)).toBe(issued - takenBack - redeemed + givenBack - expired);
    }),
  );
});

it('months follow on one another', () => {
  fc.assert(
    fc.property(flows, flows, (first, second) => {
      expect(standingAfter(standingAfter(NOTHING_OWED, first), second)).toEqual(
        standingAfter(NOTHING_OWED, [...first, ...second]),
      );
    }),
  );
});
