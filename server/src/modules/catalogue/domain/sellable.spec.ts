import fc from 'fast-check';
import { PRODUCT_KINDS } from '@regulars/shared';
import { UNCOUNTED, availableOf, piecesOf, type Sellable } from './sellable.js';

const sku: fc.Arbitrary<Sellable> = fc.record({
  id: fc.integer({ min: 1, max: 4 }),
  kind: fc.constantFrom(...PRODUCT_KINDS),
  components: fc.uniqueArray(
    fc.record({ skuId: fc.integer({ min: 1, max: 4 }), quantity: fc.integer({ min: 1, max: 3 }) }),
    { minLength: 1, maxLength: 3, selector: ({ skuId }) => skuId },
  ),
});
const stock = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 5 });

describe('what an order takes out of stock', () => {
  it('is there whenever so many were said to be available, and not for one more', () => {
    fc.assert(
      fc.property(sku, stock, (one, left) => {
        const available = availableOf(one, (id) => left[id] ?? 0);
        const covers = (quantity: number) =>
          piecesOf([{ sku: one, quantity }]).every((part) => part.quantity <= (left[part.skuId] ?? 0));
        expect(covers(available)).toBe(true);
        expect(available === UNCOUNTED || !covers(available + 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('names each SKU once, however many lines need it', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ sku, quantity: fc.integer({ min: 1, max: 5 }) })), (lines) => {
        const ids = piecesOf(lines).map(({ skuId }) => skuId);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
