import { judgeBenefits, type Benefits } from './benefits.js';

const order = { orderId: 7, brandId: 1, outTradeNo: 'T20260601000001' };
const benefits: Benefits = {
  paidFen: 5000,
  refundedFen: 0,
  discountFen: 1800,
  discounts: [
    { rule: 'member', amountFen: 800 },
    { rule: 'coupon', amountFen: 1000 },
  ],
  spentPoints: 200,
  bookedSpending: 200,
  earning: { duePoints: 50, bookedPoints: 50 },
  coupons: ['used'],
};

it('finds nothing where everything agrees', () => {
  expect(judgeBenefits(order, benefits)).toEqual([]);
});

it.each<[string, Partial<Benefits>, string[]]>([
  ['a discount that no rule explains', { discountFen: 1801 }, ['discount']],
  ['points that were not taken', { bookedSpending: 0 }, ['points']],
  ['points that were never booked', { earning: undefined }, ['points']],
  ['points that a refund did not take back', { earning: { duePoints: 25, bookedPoints: 50 } }, ['points']],
  ['a coupon that could be used again', { coupons: [] }, ['coupon']],
  ['a coupon still held', { coupons: ['locked'] }, ['coupon']],
  ['a coupon that took nothing off', { discounts: [{ rule: 'member', amountFen: 1800 }] }, ['coupon']],
  ['several at once', { discountFen: 0, coupons: [] }, ['discount', 'coupon']],
])('finds %s', (_what, differences, kinds) => {
  const found = judgeBenefits(order, { ...benefits, ...differences });
  expect(found.map(({ kind }) => kind)).toEqual(kinds);
  expect(found.every(({ mendable, subject }) => !mendable && subject === order.outTradeNo)).toBe(true);
});

it('leaves the coupon of a wholly refunded order to its template', () => {
  expect(judgeBenefits(order, { ...benefits, refundedFen: 5000, coupons: [] })).toEqual([]);
});
