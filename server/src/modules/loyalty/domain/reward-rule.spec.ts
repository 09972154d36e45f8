import fc from 'fast-check';
import {
  capped,
  holds,
  isInForce,
  rewardFor,
  type Facts,
  type RewardRule,
  type Test,
} from './reward-rule.js';

const at = new Date('2026-06-01T04:00:00Z');
const rule = (change: Partial<RewardRule> = {}): RewardRule => ({
  trigger: 'order.paid',
  condition: { all: [], any: [] },
  reward: { kind: 'fixed', amount: 10 },
  caps: { perEvent: null, perDay: null, perMember: null },
  startsAt: null,
  endsAt: null,
  ...change,
});
const paid = (facts: Facts = {}, lines: { productId: string; fen: number }[] = []) => ({
  trigger: 'order.paid' as const,
  at,
  facts: { paidFen: 128_00, ...facts },
  lines,
});
const test = (fact: Test['fact'], is: Test['is'], value: Test['value']): Test => ({ fact, is, value });

describe('a condition', () => {
  it.each([
    [test('tierLevel', 'gte', 2), { tierLevel: 2 }, true],
    [test('tierLevel', 'gte', 2), { tierLevel: 1 }, false],
    [test('tierLevel', 'gte', 2), {}, false],
    [test('orderNumber', 'eq', 1), { orderNumber: 1 }, true],
    [test('weekday', 'in', [6, 7]), { weekday: 7 }, true],
    [test('weekday', 'in', [6, 7]), { weekday: 1 }, false],
    [test('calendarDay', 'gte', '06-01'), { calendarDay: '06-01' }, true],
    [test('calendarDay', 'lte', '05-31'), { calendarDay: '06-01' }, false],
    [test('productIds', 'in', ['a', 'b']), { productIds: ['c', 'b'] }, true],
    [test('productIds', 'in', ['a', 'b']), { productIds: [] }, false],
    [test('streak', 'every', 7), { streak: 14 }, true],
    [test('streak', 'every', 7), { streak: 8 }, false],
  ])('%j of %j is %s', (one, facts: Facts, expected) => {
    expect(holds({ all: [one], any: [] }, facts)).toBe(expected);
  });

  it('needs all of all, and one of any', () => {
    const any = [test('weekday', 'eq', 6), test('weekday', 'eq', 7)];
    const all = [test('tierLevel', 'gte', 2)];
    expect(holds({ all, any }, { tierLevel: 2, weekday: 7 })).toBe(true);
    expect(holds({ all, any }, { tierLevel: 2, weekday: 1 })).toBe(false);
    expect(holds({ all, any }, { tierLevel: 1, weekday: 7 })).toBe(false);
  });
});

describe('a reward', () => {
  it('is for its trigger, within its dates, the end excluded', () => {
    expect(rewardFor(rule(), paid())).toBe(10);
    expect(rewardFor(rule({ trigger: 'sign-in.made' }), paid())).toBe(0);
    expect(isInForce({ startsAt: at, endsAt: null }, at)).toBe(true);
    expect(isInForce({ startsAt: null, endsAt: at }, at)).toBe(false);
  });

  it('counts yuan of everything or of some products, rounded down', () => {
    const reward = { kind: 'per_yuan', bp: 15_000, productIds: [] } as const;
    expect(rewardFor(rule({ reward }), paid())).toBe(192);
    const lines = [
      { productId: 'a', fen: 10_99 },
      { productId: 'b', fen: 5_00 },
    ];
    expect(rewardFor(rule({ reward: { ...reward, productIds: ['a'] } }), paid({}, lines))).toBe(16);
  });

  it('never exceeds its caps, and gives exactly the smallest of them in the end', () => {
    const cap = fc.option(fc.nat(100), { nil: null });
    fc.assert(
      fc.property(
        cap,
        cap,
        cap,
        fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 20 }),
        (perEvent, perDay, perMember, amounts) => {
          const caps = { perEvent, perDay, perMember };
          let given = 0;
          for (const amount of amounts) {
            const once = rewardFor(rule({ reward: { kind: 'fixed', amount }, caps }), paid());
            expect(once).toBe(Math.min(amount, perEvent ?? amount));
            const now = capped(caps, once, { today: given, ever: given });
            expect(now).toBeGreaterThanOrEqual(0);
            given += now;
          }
          const bound = Math.min(perDay ?? Infinity, perMember ?? Infinity);
          const asked = amounts.reduce((sum, amount) => sum + Math.min(amount, perEvent ?? amount), 0);
          expect(given).toBe(Math.min(asked, bound));
        },
      ),
    );
  });
});
