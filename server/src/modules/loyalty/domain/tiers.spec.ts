import fc from 'fast-check';
import { BASE_TIER, standingAt, type TierRule } from './tiers.js';

const tier = (level: number, growthFrom: number): TierRule => ({
  level,
  name: `第 ${level} 级`,
  growthFrom,
  memberPrice: true,
  benefits: [],
});
const tiers = [tier(3, 1000), tier(1, 0), tier(2, 200)];

describe('the tier of a member', () => {
  it.each([
    [0, 1, { name: '第 2 级', growthNeeded: 200 }],
    [199, 1, { name: '第 2 级', growthNeeded: 1 }],
    [200, 2, { name: '第 3 级', growthNeeded: 800 }],
    [999, 2, { name: '第 3 级', growthNeeded: 1 }],
    [1000, 3, null],
    [50_000, 3, null],
  ])('with %d growth is level %d', (growth, level, next) => {
    const standing = standingAt(tiers, growth);
    expect(standing.tier.level).toBe(level);
    expect(standing.next).toEqual(next);
  });

  it('is the plain one before the first tier and in a program without tiers', () => {
    expect(standingAt([tier(1, 100)], 99)).toEqual({
      tier: BASE_TIER,
      next: { name: '第 1 级', growthNeeded: 1 },
    });
    expect(standingAt([], 99)).toEqual({ tier: BASE_TIER, next: null });
  });

  it('never falls when growth rises, and what is said to be needed is just enough', () => {
    const someTiers = fc
      .uniqueArray(fc.nat(5000), { maxLength: 8 })
      .map((steps) => steps.toSorted((a, b) => a - b).map((from, index) => tier(index + 1, from)));
    fc.assert(
      fc.property(someTiers, fc.nat(6000), fc.nat(1000), (rules, growth, more) => {
        const now = standingAt(rules, growth);
        expect(standingAt(rules, growth + more).tier.level).toBeGreaterThanOrEqual(now.tier.level);
        if (now.next) {
          expect(standingAt(rules, growth + now.next.growthNeeded).tier.name).toBe(now.next.name);
          expect(standingAt(rules, growth + now.next.growthNeeded - 1).tier).toEqual(now.tier);
        }
      }),
    );
  });
});
