import type { Reward } from '../../api/types';
import { draftOfReward, NEW_REWARD, newReward, rewardChange } from './reward-draft';

const coupon: Reward = {
  id: 'rw_1',
  brandId: 'br_1',
  kind: 'coupon',
  name: '中杯拿铁兑换券',
  description: '结账时出示',
  pictureUrl: '/media/latte.png',
  points: 280,
  stock: 1000,
  perMemberLimit: 2,
  couponText: '凭券兑换中杯拿铁一杯',
  status: 'on_shelf',
  redeemed: 12,
  startsAt: null,
  endsAt: null,
  createdAt: '2025-11-22T00:00:00.000Z',
};

it('sends only what was changed, and leaves the stock alone', () => {
  const draft = draftOfReward(coupon);
  expect(rewardChange(coupon, draft)).toEqual({});
  expect(rewardChange(coupon, { ...draft, points: '300', perMemberLimit: '' })).toEqual({
    points: 300,
    perMemberLimit: null,
  });
});

it.each([
  ['20', 20],
  ['-3', -3],
])('moves the stock by %s', (stock, change) => {
  expect(rewardChange(coupon, { ...draftOfReward(coupon), stock }).stockChange).toBe(change);
});

it('makes a gift without limit, picture or coupon text', () => {
  const draft = {
    ...NEW_REWARD,
    name: ' 马克杯 ',
    points: '1,200',
    stock: '36',
    couponText: '写过又改成礼品',
  };
  expect(newReward(draft)).toEqual({
    kind: 'gift',
    name: '马克杯',
    description: '',
    pictureUrl: null,
    points: 1200,
    stock: 36,
    perMemberLimit: null,
    couponText: null,
    status: 'off_shelf',
  });
});
