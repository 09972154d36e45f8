import { countOf, MAX_QUANTITY, rememberedFen, withLine, withQuantity, type CartLine } from './cart';

const latte: CartLine = {
  skuId: 'sk_1',
  productId: 'pr_1',
  name: '檐下拿铁',
  skuName: '中杯',
  pictureUrl: '',
  priceFen: 2600,
  quantity: 1,
};
const mocha: CartLine = { ...latte, skuId: 'sk_2', name: '摩卡', priceFen: 3000 };

it('puts the newest wish first, and the same wish twice into one line', () => {
  const lines = withLine(withLine([latte], mocha), { ...latte, quantity: 2 });
  expect(lines.map(({ skuId, quantity }) => [skuId, quantity])).toEqual([
    ['sk_2', 1],
    ['sk_1', 3],
  ]);
  expect(countOf(lines)).toBe(4);
  expect(rememberedFen(lines)).toBe(3 * 2600 + 3000);
});

it('remembers the newest price of a wish', () => {
  expect(withLine([latte], { ...latte, priceFen: 2500 })[0]?.priceFen).toBe(2500);
});

it('takes a line out at zero, and knows an upper bound', () => {
  expect(withQuantity([latte, mocha], 'sk_1', 0)).toEqual([mocha]);
  expect(withQuantity([latte], 'sk_1', 1000)[0]?.quantity).toBe(MAX_QUANTITY);
  expect(withLine([{ ...latte, quantity: MAX_QUANTITY }], latte)[0]?.quantity).toBe(MAX_QUANTITY);
});
