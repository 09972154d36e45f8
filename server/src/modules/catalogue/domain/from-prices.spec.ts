import fc from 'fast-check';
import { fromPrices } from './from-prices.js';

const sku = fc
  .record({ priceFen: fc.integer({ min: 1, max: 1_000_000 }), cut: fc.option(fc.nat(100)) })
  .map(({ priceFen, cut }) => ({
    priceFen,
    memberPriceFen: cut === null ? null : Math.max(1, priceFen - cut),
  }));

describe('fromPrices', () => {
  it('shows no member price where members pay the same', () => {
    expect(fromPrices([{ priceFen: 1800, memberPriceFen: null }])).toEqual({
      fromPriceFen: 1800,
      fromMemberPriceFen: null,
    });
    expect(fromPrices([{ priceFen: 1800, memberPriceFen: 1800 }]).fromMemberPriceFen).toBeNull();
  });

  it('names prices that some SKU really has, never above the list price', () => {
    fc.assert(
      fc.property(fc.array(sku, { minLength: 1, maxLength: 10 }), (skus) => {
        const { fromPriceFen, fromMemberPriceFen } = fromPrices(skus);
        expect(skus.some(({ priceFen }) => priceFen === fromPriceFen)).toBe(true);
        expect(skus.every(({ priceFen }) => priceFen >= fromPriceFen)).toBe(true);
        if (fromMemberPriceFen !== null) {
          expect(fromMemberPriceFen).toBeLessThan(fromPriceFen);
          expect(skus.some(({ memberPriceFen }) => memberPriceFen === fromMemberPriceFen)).toBe(true);
        }
      }),
    );
  });
});
