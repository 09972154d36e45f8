import fc from 'fast-check';
import { destinationOf, type Candidate, type Routing } from './destination.js';

const anywhere: Routing = { radiusM: null, defaultStoreId: null };
const store = (id: number, distanceM: number | null, open = true): Candidate => ({ id, distanceM, open });

describe('where a scan leads', () => {
  it('lets the customer choose when nobody knows where they are', () => {
    expect(
      destinationOf({ ...anywhere, defaultStoreId: 1 }, [store(1, null), store(2, null)]),
    ).toBeUndefined();
    expect(destinationOf(anywhere, [])).toBeUndefined();
  });

  it('leads to the only store there is, known position or not, open or closed', () => {
    expect(destinationOf(anywhere, [store(7, null, false)])?.id).toBe(7);
  });

  it('prefers the nearest open store to a nearer closed one', () => {
    expect(destinationOf(anywhere, [store(1, 900), store(2, 100, false), store(3, 400)])?.id).toBe(3);
  });

  it('takes the nearest when all are closed', () => {
    expect(destinationOf(anywhere, [store(1, 900, false), store(2, 100, false)])?.id).toBe(2);
  });

  it('falls back to the default store when none is near enough, and to the nearest without a default', () => {
    const stores = [store(1, 9_000), store(2, 8_000)];
    expect(destinationOf({ radiusM: 5_000, defaultStoreId: 1 }, stores)?.id).toBe(1);
    expect(destinationOf({ radiusM: 5_000, defaultStoreId: null }, stores)?.id).toBe(2);
    expect(destinationOf({ radiusM: 8_000, defaultStoreId: 1 }, stores)?.id).toBe(2);
  });

  it('never passes over a near open store for one that is farther, whatever the order of the list', () => {
    const candidates = fc.uniqueArray(
      fc.record({ id: fc.nat(1000), distanceM: fc.nat(20_000), open: fc.boolean() }),
      { minLength: 2, maxLength: 12, selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(candidates, fc.option(fc.nat(20_000)), (given, radiusM) => {
        const chosen = destinationOf({ radiusM, defaultStoreId: null }, given);
        const openNear = given.filter(({ open, distanceM }) => open && distanceM <= (radiusM ?? Infinity));
        if (openNear.length > 0) {
          expect(chosen).toMatchObject({
            open: true,
            distanceM: Math.min(...openNear.map(({ distanceM }) => distanceM)),
          });
        } else {
          expect(chosen).toBeDefined();
        }
      }),
    );
  });
});
