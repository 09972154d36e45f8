import { observeStatements } from '../src/platform/database/index.js';
import { expectSoundBooks } from './sound-books.js';
import { PromoShop } from './promo.js';
import { Town, type Customer } from './town.js';

const MINUTE_MS = 60_000;

describe('prices over HTTP', () => {
  let town: Town;
  let promo: PromoShop;

  beforeAll(async () => {
    town = await Town.start();
    await town.wechat.setClock(town.app.clock.now().toISOString());
  });
  beforeEach(async () => {
    promo = await PromoShop.open(town);
  });
  afterAll(() => town.stop());

  async function advance(ms: number): Promise<void> {
    town.app.clock.advance(ms);
    await town.wechat.setClock(town.app.clock.now().toISOString());
    await town.app.runDueJobs();
  }

  async function pay(customer: Customer, orderId: string): Promise<void> {
    const sheet = await customer.send<{ package: string }>('POST', `/api/member/orders/${orderId}/payment`);
    await town.wechat.pay(sheet.body.package.replace('prepay_id=', ''), { notify: 'none' });
    await advance(2 * MINUTE_MS);
  }

  const statusOf = async (customer: Customer, id: string) =>
    (await customer.get<{ status: string }>(`/api/member/orders/${id}`)).body.status;

  const pointsRule = (rule: object) =>
    promo.shop.owner.send('PUT', `/api/admin/points-rule?brandId=${promo.shop.brandId}`, {
      enabled: true,
      pointsPerYuan: 100,
      minPoints: 0,
      maxPoints: null,
      maxRateBp: 10_000,
      withCoupons: true,
      ...rule,
    });

  describe('refusals', () => {
    it('refuses another member’s coupon and one of another brand as if there were none', async () => {
      const [mine, theirs] = [await promo.member(), await promo.member()];
      const { id } = await promo.coupon(theirs);
      const { skuId } = await promo.shop.product();
      const cart = { ...promo.shop.cart(skuId), couponId: id };
      expect((await mine.send('POST', '/api/member/quotes', cart)).body).toMatchObject({
        code: 'coupon_not_available',
      });
      const other = await PromoShop.open(town, '素野');
      await theirs.join(other.shop.brand.id);
      const { skuId: foreign } = await other.shop.product();
      expect(
        (await theirs.send('POST', '/api/member/quotes', { ...other.shop.cart(foreign), couponId: id })).body,
      ).toMatchObject({ code: 'coupon_not_available' });
    });

    it('says why a coupon does not fit, and refuses an order with it', async () => {
      const member = await promo.member();
      const { id } = await promo.coupon(member, { fromFen: 6000 });
      const { skuId } = await promo.shop.product();
      const quote = await promo.quote(member, { ...promo.shop.cart(skuId), couponId: id });
      expect(quote).toMatchObject({
        payFen: 5800,
        coupons: {
          chosenId: null,
          obstacle: '适用商品还差 ¥2',
          unusable: [{ id, reason: '适用商品还差 ¥2' }],
        },
      });
      expect((await promo.shop.order(member, skuId, { couponId: id })).body).toMatchObject({
        code: 'coupon_not_usable',
      });
      expect(await promo.couponState(member, id)).toBe('available');
    });

    it.each([
      [
        'a recurrence that is none',
        { kind: 'spend-and-save', rrule: 'FREQ=YEARLY', tiers: [{ fromFen: 100, offFen: 1 }] },
        'rrule',
      ],
      [
        'saving more than was spent',
        { kind: 'spend-and-save', tiers: [{ fromFen: 100, offFen: 100 }] },
        'tiers',
      ],
      ['a time-limited price without prices', { kind: 'time-price' }, 'items'],
      ['tier prices without tiers', { kind: 'tier-price' }, 'levels'],
    ])('refuses a promotion with %s', async (_name, details, field) => {
      await expect(promo.promotion(details)).rejects.toThrow(field);
    });
  });

  it('explains every step, line by line, and spends coupon and points only with the order', async () => {
    await pointsRule({ maxRateBp: 5000 });
    const member = await promo.member(3000);
    const { id: couponId } = await promo.coupon(member);
    const { skuId } = await promo.shop.product({ priceFen: 12_000, memberPriceFen: 10_000 });
    await promo.promotion({
      kind: 'spend-and-save',
      name: '满百减十五',
      tiers: [{ fromFen: 10_000, offFen: 1500 }],
    });
    const wish = { couponId, points: 1500 };
    const quote = await promo.quote(member, { ...promo.shop.cart(skuId), ...wish });
    expect(quote.steps.map(({ rule, amountFen }) => [rule, amountFen])).toEqual([
      ['list', 12_000],
      ['member', -2000],
      ['spend-and-save', -1500],
      ['coupon', -1000],
      ['points', -1500],
    ]);
    expect(quote).toMatchObject({
      payFen: 6000,
      points: 1500,
      usablePoints: { balance: 3000, usable: 3000, usableFen: 3000 },
      coupons: { chosenId: couponId, usable: [{ id: couponId, savedFen: 1000 }] },
    });
    const placed = await promo.order(member, skuId, wish);
    expect(placed.body).toMatchObject({ status: 'pending_payment', payFen: 6000 });
    expect(await promo.points(member)).toBe(1500);
    expect(await promo.couponState(member, couponId)).toBe('locked');
    const discounts = await town.app.query(
      `SELECT rule, amount_fen AS amountFen FROM order_discount d JOIN customer_order o ON o.id = d.order_id
        WHERE o.out_trade_no = ? ORDER BY d.rule`,
      [placed.body.outTradeNo],
    );
    expect(discounts).toEqual([
      { rule: 'coupon', amountFen: 1000 },
      { rule: 'member', amountFen: 2000 },
      { rule: 'points', amountFen: 1500 },
      { rule: 'spend-and-save', amountFen: 1500 },
    ]);
    await pay(member, placed.body.id);
    expect(await statusOf(member, placed.body.id)).toBe('paid');
    expect(await promo.couponState(member, couponId)).toBe('used');
    await expectSoundBooks(town.app);
  });

  it('gives coupon and points back when nobody pays, once', async () => {
    await pointsRule({});
    const member = await promo.member(2000);
    const { id: couponId } = await promo.coupon(member);
    const { skuId } = await promo.shop.product();
    const placed = await promo.order(member, skuId, { couponId, points: 2000 });
    expect(await promo.points(member)).toBe(0);
    const cancels = await Promise.all(
      [1, 2, 3].map(() => member.send('POST', `/api/member/orders/${placed.body.id}/cancel`)),
    );
    expect(cancels.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(await promo.points(member)).toBe(2000);
    expect(await promo.couponState(member, couponId)).toBe('available');
    await expectSoundBooks(town.app);
  });

  it('is paid at once when nothing is left to pay', async () => {
    await pointsRule({});
    const member = await promo.member(6000);
    const { skuId } = await promo.shop.product();
    const placed = await promo.order(member, skuId, { points: 6000 });
    expect(placed.body).toMatchObject({ status: 'paid', payFen: 0 });
    expect(await promo.points(member)).toBe(200);
    expect(await promo.shop.stockOf(skuId)).toEqual({ onHand: 9, reserved: 0 });
    expect((await member.send('POST', `/api/member/orders/${placed.body.id}/payment`)).body).toMatchObject({
      code: 'order_not_payable',
    });
    await advance(20 * MINUTE_MS);
    expect(await statusOf(member, placed.body.id)).toBe('paid');
    await expectSoundBooks(town.app);
  });

  it('spends points once however many orders race for them', async () => {
    await pointsRule({});
    const member = await promo.member(1000);
    const skus = await Promise.all([1, 2, 3, 4, 5].map(() => promo.shop.product()));
    const answers = await Promise.all(
      skus.map(({ skuId }) => promo.shop.order(member, skuId, { points: 1000, expectedPayFen: 4800 })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { body } of answers.filter(({ status }) => status !== 201)) {
      expect(['not_enough_points', 'price_changed']).toContain(body.code);
    }
    expect(await promo.points(member)).toBe(0);
    await expectSoundBooks(town.app);
  });

  it('lets one coupon into one of five parallel orders', async () => {
    const member = await promo.member();
    const { id: couponId } = await promo.coupon(member);
    const skus = await Promise.all([1, 2, 3, 4, 5].map(() => promo.shop.product()));
    const answers = await Promise.all(
      skus.map(({ skuId }) => promo.shop.order(member, skuId, { couponId, expectedPayFen: 4800 })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'coupon_not_available')).toHaveLength(4);
  });

  it('returns the coupon of an order that is refunded whole, or keeps it, as its template says', async () => {
    const member = await promo.member();
    const [back, kept] = [await promo.coupon(member), await promo.coupon(member, { onRefund: 'keep' })];
    await town.wechat.refundPolicy({ afterMs: 0, notify: 'none' });
    for (const { id: couponId } of [back, kept]) {
      const { skuId } = await promo.shop.product();
      const placed = await promo.order(member, skuId, { couponId });
      await pay(member, placed.body.id);
      await member.send('POST', `/api/member/orders/${placed.body.id}/refunds`, { reason: '不想要了' });
      await town.app.runDueJobs();
      await advance(10 * MINUTE_MS);
      expect(await statusOf(member, placed.body.id)).toBe('refunded');
    }
    expect(await promo.couponState(member, back.id)).toBe('available');
    expect(await promo.couponState(member, kept.id)).toBe('used');
  });

  describe('a flash sale', () => {
    const sale = (skuId: string, more: object = {}, quota: number | null = 3) =>
      promo.promotion({
        kind: 'time-price',
        name: '秒杀',
        items: [{ skuId, priceFen: 990, quota }],
        ...more,
      });

    it('keeps to each person’s share, over orders, and gives it back when an order dies', async () => {
      const member = await promo.member();
      const { skuId } = await promo.shop.product();
      await sale(skuId, { perPerson: 1 });
      const first = await promo.order(member, skuId);
      expect(first.body).toMatchObject({ payFen: 990 });
      expect(await promo.quote(member, promo.shop.cart(skuId))).toMatchObject({ payFen: 5800 });
      expect(await promo.quote(await promo.member(), promo.shop.cart(skuId, 2))).toMatchObject({
        payFen: 6790,
      });
      await member.send('POST', `/api/member/orders/${first.body.id}/cancel`);
      expect(await promo.quote(member, promo.shop.cart(skuId))).toMatchObject({ payFen: 990 });
      const parallel = await Promise.all(
        [1, 2, 3, 4].map(() => promo.shop.order(member, skuId, { expectedPayFen: 990 })),
      );
      expect(parallel.filter(({ status }) => status === 201)).toHaveLength(1);
    });

    it('sells exactly 100 of 2,000 wishes, surfaces no deadlock, and sells again what nobody paid', async () => {
      const { skuId } = await promo.shop.product({ stock: 150 });
      await sale(skuId, {}, 100);
      const buyers = await Promise.all(Array.from({ length: 125 }, () => promo.member()));
      const answers = [];
      for (let round = 0; round < 16; round += 1) {
        const wishes = buyers.map((buyer) => promo.shop.order(buyer, skuId, { expectedPayFen: 990 }));
        answers.push(...(await Promise.all(wishes)));
      }
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(100);
      const others = answers.filter(({ status }) => status !== 201);
      expect(others).toHaveLength(1900);
      for (const { status, body } of others) {
        expect(status).toBe(409);
        expect(['promotion_sold_out', 'price_changed', 'too_many_unpaid_orders']).toContain(body.code);
      }
      expect(await promo.shop.stockOf(skuId)).toEqual({ onHand: 150, reserved: 100 });
      await advance(16 * MINUTE_MS);
      expect(await promo.shop.stockOf(skuId)).toEqual({ onHand: 150, reserved: 0 });
      const again = await promo.order(buyers[0] ?? (await promo.member()), skuId);
      expect(again.body).toMatchObject({ payFen: 990 });
      const [counted] = await town.app.query<{ taken: number; held: number }>(
        `SELECT q.taken, (SELECT SUM(quantity) FROM promotion_use u WHERE u.promotion_id = q.promotion_id
           AND u.state = 'held') AS held FROM promotion_quota q ORDER BY q.promotion_id DESC LIMIT 1`,
      );
      expect(counted).toEqual({ taken: 1, held: '1' });
    }, 120_000);

    it('comes back each brand day by the brand’s calendar, with its share anew', async () => {
      const member = await promo.member();
      const { skuId } = await promo.shop.product();
      // The clock stands on some day of June 2026: the day after it is the brand day.
      const today = (
        await promo.shop.owner.get<{ days: string[] }>(
          `/api/admin/promotion-days?brandId=${promo.shop.brandId}&rrule=FREQ%3DDAILY&startsAt=2026-01-01T00:00:00Z`,
        )
      ).body.days[0];
      const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][(new Date(`${today}`).getUTCDay() + 1) % 7];
      await sale(skuId, { perPerson: 1, rrule: `FREQ=WEEKLY;BYDAY=${weekday}` }, null);
      const nextDay = async (days: number) => {
        town.app.clock.advance(days * 24 * 60 * MINUTE_MS);
        await town.wechat.setClock(town.app.clock.now().toISOString());
        await member.signIn();
      };
      const price = async () => (await promo.quote(member, promo.shop.cart(skuId))).payFen;
      expect(await price()).toBe(5800);
      await nextDay(1);
      expect(await price()).toBe(990);
      expect((await promo.order(member, skuId)).body).toMatchObject({ payFen: 990 });
      expect(await price()).toBe(5800);
      await nextDay(7);
      expect(await price()).toBe(990);
    });
  });

  it('prices a tier lower and says so, and the console’s simulator says the same', async () => {
    const regular = await promo.member(10_000);
    const newcomer = await promo.member();
    const { skuId } = await promo.shop.product();
    await promo.promotion({ kind: 'tier-price', name: '老主顾价', levels: [{ level: 2, rateBp: 8000 }] });
    expect(await promo.quote(newcomer, promo.shop.cart(skuId))).toMatchObject({ payFen: 5800 });
    const quote = await promo.quote(regular, promo.shop.cart(skuId));
    expect(quote.steps[1]).toEqual({ rule: 'member', label: '老主顾专享 8 折', amountFen: -1360 });
    const found = await promo.shop.owner.get<{ items: { id: string }[] }>(
      `/api/admin/members?brandId=${promo.shop.brandId}`,
    );
    const simulated = await Promise.all(
      found.body.items.map(({ id }) =>
        promo.shop.owner.send<{ payFen: number }>('POST', '/api/admin/price-simulations', {
          brandId: promo.shop.brandId,
          memberId: id,
          lines: [{ skuId, quantity: 1 }],
          storeId: promo.shop.storeId,
        }),
      ),
    );
    expect(simulated.map(({ body }) => body.payFen).sort()).toEqual([5440, 5800]);
  });

  it('charges freight by region and weight, and does not send where the brand does not', async () => {
    const zone = {
      delivers: true,
      firstG: 1000,
      firstFen: 800,
      stepG: 500,
      stepFen: 300,
      freeFromFen: 20_000,
    };
    const saved = await promo.shop.owner.send(
      'PUT',
      `/api/admin/freight-template?brandId=${promo.shop.brandId}`,
      {
        zones: [
          { ...zone, name: '全国', provinces: [] },
          { ...zone, name: '新疆', provinces: ['新疆'], delivers: false },
        ],
      },
    );
    expect(saved.status).toBe(200);
    const member = await promo.member();
    const { skuId } = await promo.shop.product();
    const quoteTo = async (province: string) => {
      const address = await member.send<{ id: string }>('POST', '/api/member/addresses', {
        name: '林小满',
        phone: '13900000001',
        province,
        city: '某市',
        district: '某区',
        detail: '某路 1 号',
      });
      const fulfilment = { kind: 'delivery', addressId: address.body.id };
      return member.send('POST', '/api/member/quotes', { ...promo.shop.cart(skuId), fulfilment });
    };
    expect((await quoteTo('上海市')).body).toMatchObject({ freightFen: 800, payFen: 6600 });
    expect((await quoteTo('新疆维吾尔自治区')).body).toMatchObject({ code: 'fulfilment_unavailable' });
  });

  it('costs a fixed number of statements with every kind of rule', async () => {
    await pointsRule({});
    const member = await promo.member(2000);
    await promo.coupon(member);
    const { skuId } = await promo.shop.product();
    await promo.promotion({
      kind: 'time-price',
      name: '秒杀',
      perPerson: 5,
      items: [{ skuId, priceFen: 5600, quota: 100 }],
    });
    const count = async (work: () => Promise<unknown>) => {
      let statements = 0;
      const stop = observeStatements(() => (statements += 1));
      await work();
      stop();
      return statements;
    };
    const { id: couponId } = await promo.coupon(member);
    const wish = { couponId, points: 100 };
    await promo.quote(member, { ...promo.shop.cart(skuId), ...wish });
    const quoted = await count(() => promo.quote(member, { ...promo.shop.cart(skuId), ...wish }));
    const ordered = await count(() =>
      promo.shop.order(member, skuId, { ...wish, expectedPayFen: 5600 - 1000 - 100 }),
    );
    // Points alone are twelve of the order's: accounts, lots and two entries under lock.
    // SKUs, membership, standing, the coupon, what limits leave, stock, all coupons.
    expect(quoted).toBeLessThanOrEqual(7);
    expect(ordered).toBeLessThanOrEqual(34);
  });
});
