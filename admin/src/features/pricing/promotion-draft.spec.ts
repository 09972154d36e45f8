import type { Promotion } from '../../api/types';
import { draftOfPromotion, newPromotion, promotionInput, rruleOf } from './promotion-draft';

const brandDay: Promotion = {
  id: 'pm_1',
  kind: 'time-price',
  name: '周四品牌日',
  status: 'active',
  holds: false,
  startsAt: '2026-06-01T00:00:00.000Z',
  endsAt: null,
  rrule: 'FREQ=WEEKLY;BYDAY=TH',
  fromMinute: 0,
  toMinute: 1440,
  perPerson: 2,
  coupons: true,
  points: false,
  items: [{ skuId: 'sk_1', priceFen: 990, quota: 100 }],
  rateBp: null,
  productIds: [],
  categoryIds: [],
  tiers: [],
  levels: [],
  sold: 0,
};

it('reads a promotion and sends the same one back', () => {
  expect(promotionInput(draftOfPromotion(brandDay))).toEqual({
    name: '周四品牌日',
    status: 'active',
    startsAt: '2026-06-01T08:00:00+08:00',
    endsAt: null,
    rrule: 'FREQ=WEEKLY;BYDAY=TH',
    perPerson: 2,
    coupons: true,
    points: false,
    items: [{ skuId: 'sk_1', priceFen: 990, quota: 100 }],
  });
});

it('writes what recurs as a rule', () => {
  const draft = newPromotion(new Date());
  expect(rruleOf(draft)).toBeNull();
  expect(rruleOf({ ...draft, recurs: 'weekly', weekdays: ['MO', 'TH'] })).toBe('FREQ=WEEKLY;BYDAY=MO,TH');
  expect(rruleOf({ ...draft, recurs: 'monthly', monthDays: [8, -1] })).toBe('FREQ=MONTHLY;BYMONTHDAY=8,-1');
});

it('takes one rate on everything when no goods are named', () => {
  const draft = { ...newPromotion(new Date()), name: '全场', rate: '8.8' };
  expect(promotionInput(draft)).toMatchObject({ items: [], rateBp: 8800 });
});
