import { isOnShelf, obstacleTo, reasonFor, type RewardTerms, type Shopper } from './shelf.js';

const now = new Date('2026-06-01T04:00:00Z');
const reward: RewardTerms = {
  status: 'on_shelf',
  startsAt: null,
  endsAt: null,
  points: 1500,
  stock: 3,
  perMemberLimit: 2,
};
const shopper: Shopper = { joined: true, points: 1500, taken: 1 };

describe('the reward shelf', () => {
  it.each<[string, Partial<RewardTerms>, Partial<Shopper>, string]>([
    ['taken off', { status: 'off_shelf' }, {}, 'reward_not_available'],
    ['not yet begun', { startsAt: new Date(now.getTime() + 1) }, {}, 'reward_not_available'],
    ['over', { endsAt: now }, {}, 'reward_not_available'],
    ['out of stock', { stock: 0 }, { points: 0 }, 'reward_out_of_stock'],
    ['for members', {}, { joined: false, points: 0 }, 'membership_required'],
    ['at the limit', {}, { taken: 2 }, 'reward_limit_reached'],
    ['too dear', {}, { points: 1499 }, 'not_enough_points'],
  ])('refuses what is %s', (_name, terms, who, obstacle) => {
    expect(obstacleTo({ ...reward, ...terms }, { ...shopper, ...who }, now)).toBe(obstacle);
  });

  it('gives what can be afforded, from the first instant to the last', () => {
    expect(obstacleTo(reward, shopper, now)).toBeUndefined();
    expect(obstacleTo({ ...reward, perMemberLimit: null }, { ...shopper, taken: 99 }, now)).toBeUndefined();
    const scheduled = { ...reward, startsAt: now, endsAt: new Date(now.getTime() + 1) };
    expect(isOnShelf(scheduled, now)).toBe(true);
  });

  it('says how many points are missing', () => {
    expect(reasonFor('not_enough_points', reward, { ...shopper, points: 120 })).toBe('还差 1,380 积分');
  });
});
