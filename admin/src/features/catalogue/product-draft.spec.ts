import fc from 'fast-check';
import type { Product } from '../../api/types';
import { draftOfProduct, isMemberPriceFair, productField, productInput } from './product-draft';

const fen = fc.integer({ min: 0, max: 10_000_000_000 });
const sku = fc.record({
  id: fc.constant('sk_1'),
  name: fc.constant('大杯'),
  priceFen: fen,
  memberPriceFen: fc.option(fen),
});
const product: fc.Arbitrary<Product> = fc.record({
  id: fc.constant('pr_1'),
  brandId: fc.constant('br_1'),
  priceFen: fc.constant(0),
  position: fc.nat({ max: 1_000_000 }),
  categoryId: fc.constant('ca_1'),
  name: fc.constant('拿铁'),
  subtitle: fc.constant(''),
  description: fc.constant(''),
  pictures: fc.constant([]),
  status: fc.constantFrom('on_sale' as const, 'draft' as const),
  skus: fc.array(sku, { minLength: 1, maxLength: 4 }),
});

it('brings every amount through the form to the fen', () => {
  fc.assert(
    fc.property(product, (saved) => {
      const { id: _id, brandId: _brandId, priceFen: _priceFen, ...input } = saved;
      expect(productInput(draftOfProduct(saved))).toEqual(input);
    }),
  );
});

it('refuses to send what is no amount', () => {
  const draft = {
    ...draftOfProduct(fc.sample(product, 1)[0] as Product),
    skus: [{ name: 'x', price: '1.234', memberPrice: '' }],
  };
  expect(() => productInput(draft)).toThrow(RangeError);
});

it.each([
  ['28', '25', true],
  ['28', '28.00', true],
  ['28', '28.01', false],
  ['28', '', true],
  ['', '25', true],
])('price %p with member price %p: fair is %p', (price, memberPrice, fair) => {
  expect(isMemberPriceFair(price, memberPrice)).toBe(fair);
});

it('finds the field that a refusal is about', () => {
  expect(productField('skus.1.memberPriceFen')).toEqual(['skus', 1, 'memberPrice']);
  expect(productField('name')).toEqual(['name']);
});
