import fc from 'fast-check';
import type { Cart } from './cart.js';
import type { Coupon, CouponWorth } from './coupon.js';
import type { FreightZone } from './freight-zone.js';
import type { CartLine, PricedLine } from './line.js';
import type { PointsRule } from './points-rule.js';
import type { SpendAndSave, Stacking, TierPrice, TimePrice } from './promotions.js';
import { quote } from './quote.js';
import { EVERYTHING, type Scope } from './scope.js';

const BOTH: Stacking = { coupons: true, points: true };
const ALWAYS = { validFrom: new Date(0), validTo: new Date('2099-01-01') };

const coffee: CartLine = {
  skuId: 1,
  productId: 10,
  categoryIds: [100],
  quantity: 2,
  listFen: 2800,
  memberFen: 2500,
  weightG: 250,
};
const cake: CartLine = {
  ...coffee,
  skuId: 2,
  productId: 20,
  categoryIds: [200],
  quantity: 1,
  memberFen: null,
};

const flash = (item: { priceFen: number; quota?: number }, more: Partial<TimePrice> = {}): TimePrice => ({
  id: 7,
  name: '周四品牌日',
  occasion: '',
  stacking: BOTH,
  terms: { items: [{ skuId: 1, quota: null, ...item }] },
  perPerson: null,
  taken: new Map(),
  ...more,
});
const spend = (tiers: [number, number][], more: Partial<SpendAndSave> = {}): SpendAndSave => ({
  id: 8,
  name: '春日满减',
  stacking: BOTH,
  scope: EVERYTHING,
  tiers: tiers.map(([fromFen, offFen]) => ({ fromFen, offFen })),
  ...more,
});
const couponOf = (worth: CouponWorth, more: Partial<Coupon> = {}): Coupon => ({
  id: 9,
  name: '请你喝咖啡',
  worth,
  fromFen: 0,
  scope: EVERYTHING,
  channels: ['miniapp'],
  storeIds: [],
  tierLevelFrom: null,
  withPromotions: true,
  ...ALWAYS,
  ...more,
});
const POINTS: PointsRule = {
  enabled: true,
  pointsPerYuan: 100,
  minPoints: 0,
  maxPoints: null,
  maxRateBp: 5000,
  withCoupons: true,
};
const zone = (more: Partial<FreightZone> = {}): FreightZone => ({
  name: '全国',
  provinces: [],
  delivers: true,
  firstG: 1000,
  firstFen: 800,
  stepG: 500,
  stepFen: 300,
  freeFromFen: null,
  ...more,
});
const steps = (cart: Cart) => quote(cart).steps.map(({ rule, amountFen }) => [rule, amountFen]);

describe('a price', () => {
  it('is the list price for strangers and the member price for members', () => {
    expect(quote({ lines: [coffee], member: false }).payFen).toBe(5600);
    expect(steps({ lines: [coffee], member: true })).toEqual([
      ['list', 5600],
      ['member', -600],
    ]);
  });

  it('is the tier’s when that is lower, and says whose it is', () => {
    const tier: TierPrice = {
      id: 3,
      name: '',
      stacking: BOTH,
      tierName: '老主顾',
      rateBp: 8800,
      scope: EVERYTHING,
    };
    expect(quote({ lines: [coffee], member: true, tierPrices: [tier] }).steps[1]).toEqual({
      rule: 'member',
      label: '老主顾专享 8.8 折',
      amountFen: -672,
    });
  });

  it('goes through every rule in its order, and each says what it did', () => {
    const cart: Cart = {
      lines: [{ ...coffee, quantity: 4 }, cake],
      member: true,
      timePrices: [flash({ priceFen: 1990 }, { perPerson: 2 })],
      spendAndSaves: [spend([[10_000, 1000]])],
      coupon: couponOf({ kind: 'amount', offFen: 500 }, { fromFen: 5000 }),
      points: { rule: POINTS, balance: 1000, wanted: 300 },
      freight: zone({ freeFromFen: 99_000 }),
    };
    const answer = quote(cart);
    expect(answer.steps).toEqual([
      { rule: 'list', label: '商品金额', amountFen: 14_000 },
      { rule: 'time-price', label: '限时价「周四品牌日」', amountFen: -1620 },
      { rule: 'member', label: '会员价优惠', amountFen: -600 },
      { rule: 'spend-and-save', label: '满 ¥100 减 ¥10「春日满减」', amountFen: -1000 },
      { rule: 'coupon', label: '优惠券「请你喝咖啡」', amountFen: -500 },
      { rule: 'points', label: '积分抵扣（300 积分）', amountFen: -300 },
      { rule: 'freight', label: '运费', amountFen: 1100 },
    ]);
    expect(answer).toMatchObject({
      payFen: 11_080,
      points: 300,
      usablePoints: { points: 1000, amountFen: 1000 },
    });
    expect(answer.promoted).toEqual([
      { promotionId: 7, occasion: '', skuId: 1, quantity: 2, quota: null, perPerson: 2 },
    ]);
  });
});

describe('a time-limited price', () => {
  const pay = (timePrice: TimePrice, member = true) =>
    quote({ lines: [coffee], member, timePrices: [timePrice] }).payFen;

  it('sells what its limits leave; other pieces keep the member price', () => {
    expect(pay(flash({ priceFen: 1000 }))).toBe(2000);
    expect(pay(flash({ priceFen: 1000 }, { perPerson: 1 }))).toBe(3500);
    expect(pay(flash({ priceFen: 1000, quota: 5 }, { taken: new Map([[1, { all: 4, mine: 0 }]]) }))).toBe(
      3500,
    );
    expect(pay(flash({ priceFen: 1000 }, { perPerson: 2, taken: new Map([[1, { all: 9, mine: 2 }]]) }))).toBe(
      5000,
    );
  });

  it('never makes anything dearer, nor counts where it helps nobody', () => {
    const answer = quote({
      lines: [coffee],
      member: true,
      timePrices: [flash({ priceFen: 2600 }, { perPerson: 1 })],
    });
    expect(answer).toMatchObject({ payFen: 5000, promoted: [] });
  });

  it('of two is the lower', () => {
    const rate = flash({ priceFen: 0 }, { id: 6, terms: { rateBp: 5000, scope: EVERYTHING } });
    expect(
      quote({ lines: [coffee], member: true, timePrices: [flash({ priceFen: 2000 }), rate] }).payFen,
    ).toBe(2800);
  });

  it('may keep coupons away', () => {
    const answer = quote({
      lines: [coffee],
      member: true,
      timePrices: [flash({ priceFen: 1000 }, { stacking: { coupons: false, points: false } })],
      coupon: couponOf({ kind: 'amount', offFen: 500 }),
      points: { rule: POINTS, balance: 1000, wanted: 300 },
    });
    expect(answer).toMatchObject({
      payFen: 2000,
      points: 0,
      usablePoints: { points: 0 },
      couponObstacle: '不能与参加活动的商品同享',
    });
  });
});

describe('spending to save', () => {
  it('takes the best tier reached and tells how far the next is', () => {
    const promotion = spend([
      [5000, 500],
      [10_000, 1500],
    ]);
    expect(quote({ lines: [coffee], member: true, spendAndSaves: [promotion] })).toMatchObject({
      payFen: 4500,
      hint: '再买 ¥50，可减 ¥15',
    });
  });

  it('counts goods in its scope only, and each line once', () => {
    const cakes: Scope = { productIds: [], categoryIds: [200] };
    const lines = [coffee, { ...cake, quantity: 2 }];
    const both = [spend([[5000, 400]], { id: 1, scope: cakes }), spend([[5000, 300]], { id: 2 })];
    expect(steps({ lines, member: true, spendAndSaves: both })).toEqual([
      ['list', 11_200],
      ['member', -600],
      ['spend-and-save', -400],
      ['spend-and-save', -300],
    ]);
    expect(
      quote({ lines: [coffee], member: true, spendAndSaves: [spend([[1, 1]], { scope: cakes })] }).payFen,
    ).toBe(5000);
  });
});

describe('a coupon', () => {
  const pay = (coupon: Coupon, lines: readonly CartLine[] = [coffee]) =>
    quote({ lines, member: true, coupon });

  it('takes an amount, a share up to a cap, or a piece', () => {
    expect(pay(couponOf({ kind: 'amount', offFen: 700 })).payFen).toBe(4300);
    expect(pay(couponOf({ kind: 'percent', rateBp: 8000, capFen: null })).payFen).toBe(4000);
    expect(pay(couponOf({ kind: 'percent', rateBp: 8000, capFen: 300 })).payFen).toBe(4700);
    expect(pay(couponOf({ kind: 'exchange' }, { scope: { productIds: [10], categoryIds: [] } })).payFen).toBe(
      2500,
    );
  });

  it('says why it does not fit', () => {
    const tenOff = { kind: 'amount', offFen: 1000 } as const;
    expect(pay(couponOf(tenOff, { fromFen: 6000 })).couponObstacle).toBe('适用商品还差 ¥10');
    expect(pay(couponOf(tenOff, { scope: { productIds: [99], categoryIds: [] } })).couponObstacle).toBe(
      '购物车里没有适用的商品',
    );
  });

  it('never takes more than there is: the order costs nothing then', () => {
    expect(pay(couponOf({ kind: 'amount', offFen: 100_000 }))).toMatchObject({
      payFen: 0,
      discountFen: 5600,
    });
  });
});

describe('points', () => {
  const pay = (wanted: number, rule: Partial<PointsRule> = {}, coupon?: Coupon) =>
    quote({
      lines: [coffee],
      member: true,
      coupon,
      points: { rule: { ...POINTS, ...rule }, balance: 10_000, wanted },
    });

  it('pay up to a share of the goods, up to a number, and not below a number', () => {
    expect(pay(10_000)).toMatchObject({ points: 2500, payFen: 2500 });
    expect(pay(10_000, { maxPoints: 1000 })).toMatchObject({ points: 1000, payFen: 4000 });
    expect(pay(99, { minPoints: 100 })).toMatchObject({ points: 0, payFen: 5000 });
    expect(pay(10_000, { enabled: false })).toMatchObject({ points: 0, usablePoints: { points: 0 } });
  });

  it('are never wasted on part of a fen', () => {
    expect(pay(155, { pointsPerYuan: 1000 })).toMatchObject({ points: 150, payFen: 4985 });
    expect(pay(10_000, { pointsPerYuan: 3, maxRateBp: 10_000 })).toMatchObject({ points: 150, payFen: 0 });
  });

  it('pay beside a coupon only where the rule says so', () => {
    const coupon = couponOf({ kind: 'amount', offFen: 1000 });
    expect(pay(500, {}, coupon)).toMatchObject({ points: 500, payFen: 3500 });
    expect(pay(500, { withCoupons: false }, coupon)).toMatchObject({ points: 0, payFen: 4000 });
  });
});

describe('freight', () => {
  it('goes by weight, unless the goods are worth enough, whoever paid them with points', () => {
    const freightFen = (freight: FreightZone, quantity = 2) =>
      quote({ lines: [{ ...coffee, quantity }], member: true, freight }).freightFen;
    expect([freightFen(zone()), freightFen(zone(), 4), freightFen(zone(), 5), freightFen(zone(), 7)]).toEqual(
      [800, 800, 1100, 1400],
    );
    expect(freightFen(zone({ freeFromFen: 5000 }))).toBe(0);
    const withPoints = quote({
      lines: [coffee],
      member: true,
      points: { rule: POINTS, balance: 1000, wanted: 1000 },
      freight: zone({ freeFromFen: 5000 }),
    });
    expect(withPoints).toMatchObject({ freightFen: 0, payFen: 4000 });
  });
});

const fen = fc.integer({ min: 1, max: 1_000_000 });
const scope: fc.Arbitrary<Scope> = fc.record({
  productIds: fc.subarray([10, 20, 30], { maxLength: 2 }),
  categoryIds: fc.subarray([100, 200], { maxLength: 1 }),
});
const stacking: fc.Arbitrary<Stacking> = fc.record({ coupons: fc.boolean(), points: fc.boolean() });
const lines = fc
  .uniqueArray(
    fc.record({
      skuId: fc.integer({ min: 1, max: 30 }),
      productId: fc.constantFrom(10, 20, 30),
      categoryIds: fc.constantFrom([100], [200], [100, 200], []),
      quantity: fc.integer({ min: 1, max: 99 }),
      listFen: fen,
      memberFen: fc.option(fen),
      weightG: fc.nat(20_000),
    }),
    { minLength: 1, maxLength: 8, selector: ({ skuId }) => skuId },
  )
  .map((all) =>
    all.map((line) => ({ ...line, memberFen: line.memberFen && Math.min(line.memberFen, line.listFen) })),
  );
const timePrice = (id: number): fc.Arbitrary<TimePrice> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant('限时'),
    occasion: fc.constant(''),
    stacking,
    terms: fc.oneof(
      fc.record({
        items: fc.array(
          fc.record({
            skuId: fc.integer({ min: 1, max: 30 }),
            priceFen: fc.nat(1_000_000),
            quota: fc.option(fc.nat(99)),
          }),
          { maxLength: 20 },
        ),
      }),
      fc.record({ rateBp: fc.integer({ min: 0, max: 10_000 }), scope }),
    ),
    perPerson: fc.option(fc.integer({ min: 1, max: 20 })),
    taken: fc
      .array(fc.record({ skuId: fc.integer({ min: 1, max: 30 }), all: fc.nat(99), mine: fc.nat(9) }))
      .map((rows) => new Map(rows.map(({ skuId, ...taken }) => [skuId, taken]))),
  });
const spendAndSave = (id: number): fc.Arbitrary<SpendAndSave> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant('满减'),
    stacking,
    scope,
    tiers: fc.array(fc.record({ fromFen: fen, offFen: fen }), { minLength: 1, maxLength: 3 }),
  });
const worth: fc.Arbitrary<CouponWorth> = fc.oneof(
  fc.record({ kind: fc.constant('amount' as const), offFen: fen }),
  fc.record({
    kind: fc.constant('percent' as const),
    rateBp: fc.integer({ min: 0, max: 9999 }),
    capFen: fc.option(fen),
  }),
  fc.record({ kind: fc.constant('exchange' as const) }),
);
const cart: fc.Arbitrary<Cart> = fc.record({
  lines,
  member: fc.boolean(),
  tierPrices: fc.array(
    fc.record({
      id: fc.constant(3),
      name: fc.constant(''),
      stacking,
      tierName: fc.constant('老主顾'),
      rateBp: fc.integer({ min: 1, max: 10_000 }),
      scope,
    }),
    { maxLength: 1 },
  ),
  timePrices: fc.tuple(timePrice(1), timePrice(2)).chain((all) => fc.subarray(all)),
  spendAndSaves: fc.tuple(spendAndSave(4), spendAndSave(5), spendAndSave(6)).chain((all) => fc.subarray(all)),
  coupon: fc.option(
    fc
      .record({ worth, fromFen: fc.nat(100_000), scope, withPromotions: fc.boolean() })
      .map((terms) => couponOf(terms.worth, terms)),
    { nil: undefined },
  ),
  points: fc.option(
    fc.record({
      rule: fc.record({
        enabled: fc.boolean(),
        pointsPerYuan: fc.integer({ min: 1, max: 10_000 }),
        minPoints: fc.nat(1000),
        maxPoints: fc.option(fc.nat(100_000)),
        maxRateBp: fc.integer({ min: 0, max: 10_000 }),
        withCoupons: fc.boolean(),
      }),
      balance: fc.nat(10_000_000),
      wanted: fc.nat(10_000_000),
    }),
    { nil: undefined },
  ),
  freight: fc.option(
    fc
      .record({
        firstG: fc.nat(5000),
        firstFen: fc.nat(2000),
        stepG: fc.nat(1000),
        stepFen: fc.nat(500),
        freeFromFen: fc.option(fen),
      })
      .map(zone),
    { nil: undefined },
  ),
});

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const taken = (line: PricedLine, rules: readonly string[]) =>
  sum(line.discounts.filter(({ rule }) => rules.includes(rule)).map(({ amountFen }) => amountFen));

describe('thousands of carts', () => {
  const holds = (claim: (asked: Cart) => void) => fc.assert(fc.property(cart, claim), { numRuns: 1200 });

  it('explain every fen, line by line and step by step, and nothing is negative', () => {
    holds((asked) => {
      const answer = quote(asked);
      expect(quote(asked)).toEqual(answer);
      expect(sum(answer.lines.map(({ points }) => points))).toBe(answer.points);
      expect(sum(answer.steps.map(({ amountFen }) => amountFen))).toBe(answer.payFen);
      expect(answer.goodsFen - answer.discountFen + answer.freightFen).toBe(answer.payFen);
      expect(sum(answer.lines.map(({ totalFen }) => totalFen)) + answer.freightFen).toBe(answer.payFen);
      for (const line of answer.lines) {
        expect(line.listFen * line.quantity - sum(line.discounts.map(({ amountFen }) => amountFen))).toBe(
          line.totalFen,
        );
        expect(line.totalFen).toBeGreaterThanOrEqual(0);
        expect(line.discounts.every(({ amountFen }) => amountFen > 0)).toBe(true);
      }
      expect(sum(answer.lines.flatMap(({ discounts }) => discounts.map(({ amountFen }) => amountFen)))).toBe(
        answer.discountFen,
      );
    });
  });

  it('give no discount twice: one promotion of a kind a line, one coupon an order, a piece has one price', () => {
    holds((asked) => {
      const { lines: priced } = quote(asked);
      for (const { discounts, promoted, quantity } of priced) {
        expect(new Set(discounts.map(({ rule }) => rule)).size).toBe(discounts.length);
        expect(promoted).toBeLessThanOrEqual(quantity);
      }
      const coupons = priced.flatMap(({ discounts }) => discounts.filter(({ rule }) => rule === 'coupon'));
      expect(new Set(coupons.map(({ ruleId }) => ruleId)).size).toBeLessThanOrEqual(1);
    });
  });

  it('do not care for the order of their lines', () => {
    holds((asked) => {
      const answer = quote(asked);
      const reversed = quote({ ...asked, lines: asked.lines.toReversed() });
      expect({ ...reversed, lines: reversed.lines.toReversed() }).toEqual(answer);
    });
  });

  it('keep to limits, to stacking and to what points may pay', () => {
    holds((asked) => {
      const answer = quote(asked);
      for (const { promotionId, skuId, quantity, quota, perPerson } of answer.promoted) {
        const offer = asked.timePrices?.find(({ id }) => id === promotionId);
        const before = offer?.taken.get(skuId) ?? { all: 0, mine: 0 };
        expect(before.all + quantity).toBeLessThanOrEqual(quota ?? Infinity);
        expect(before.mine + quantity).toBeLessThanOrEqual(perPerson ?? Infinity);
      }
      for (const line of answer.lines) {
        expect(line.allows.coupons || taken(line, ['coupon']) === 0).toBe(true);
        expect(line.allows.points || taken(line, ['points']) === 0).toBe(true);
        expect(line.points > 0).toBe(taken(line, ['points']) > 0 && line.points > 0);
      }
      const { points: offer } = asked;
      expect(answer.points).toBeLessThanOrEqual(Math.min(offer?.wanted ?? 0, offer?.balance ?? 0));
      expect(answer.points).toBeLessThanOrEqual(answer.usablePoints.points);
      const paidFen = sum(answer.lines.map((line) => taken(line, ['points'])));
      const beforeFen = sum(answer.lines.map((line) => line.totalFen)) + paidFen;
      expect(paidFen * 10_000).toBeLessThanOrEqual(beforeFen * (offer?.rule.maxRateBp ?? 0));
      expect(paidFen > 0).toBe(answer.points > 0);
    });
  });

  it('never cost a member more than a stranger, nor more with a coupon than without', () => {
    holds(({ freight: _freight, points: _points, ...goods }) => {
      const plain = { ...goods, coupon: undefined, spendAndSaves: [] };
      expect(quote({ ...plain, member: true }).payFen).toBeLessThanOrEqual(
        quote({ ...plain, member: false }).payFen,
      );
      expect(quote(goods).payFen).toBeLessThanOrEqual(quote({ ...goods, coupon: undefined }).payFen);
    });
  });
});
