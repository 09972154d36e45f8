import { randomUUID } from 'node:crypto';
import { observeStatements } from '../src/platform/database/index.js';
import { expectSoundBooks } from './sound-books.js';
import { Shop } from './shop.js';
import { Town, type Customer } from './town.js';

const MINUTE_MS = 60_000;

describe('orders over HTTP', () => {
  let town: Town;
  let shop: Shop;
  let customer: Customer;

  beforeAll(async () => {
    town = await Town.start();
    await town.wechat.setClock(town.app.clock.now().toISOString());
    shop = await Shop.open(town);
    customer = await town.member(shop.brand.id);
  });

  afterAll(() => town.stop());

  const status = async (id: string) =>
    (await customer.get<{ status: string }>(`/api/member/orders/${id}`)).body.status;

  /** Time passes here and at WeChat alike. */
  async function advance(ms: number): Promise<void> {
    town.app.clock.advance(ms);
    await town.wechat.setClock(town.app.clock.now().toISOString());
    await town.app.runDueJobs();
  }

  async function paidOrder(): Promise<{ id: string; outTradeNo: string; skuId: string }> {
    const { skuId } = await shop.product({ stock: 3 });
    const { id, outTradeNo } = (await shop.order(customer, skuId)).body;
    const sheet = await customer.send<{ package: string }>('POST', `/api/member/orders/${id}/payment`);
    await town.wechat.pay(sheet.body.package.replace('prepay_id=', ''), { notify: 'none' });
    await advance(2 * MINUTE_MS);
    return { id, outTradeNo, skuId };
  }

  describe('refusals', () => {
    it('needs a member', async () => {
      const { skuId } = await shop.product();
      const stranger = await town.visitor();
      expect((await shop.order(stranger, skuId)).body).toMatchObject({ code: 'membership_required' });
    });

    it('needs a membership of this very brand', async () => {
      const other = await Shop.open(town, '素野');
      const { skuId } = await other.product();
      expect((await other.order(customer, skuId, { expectedPayFen: 6800 })).body).toMatchObject({
        code: 'membership_required',
      });
    });

    it('refuses a price that is not today’s, and says today’s', async () => {
      const { skuId } = await shop.product();
      const answer = await shop.order(customer, skuId, { expectedPayFen: 1 });
      expect(answer.body).toMatchObject({ code: 'price_changed', data: { quote: { payFen: 5800 } } });
      expect(await shop.stockOf(skuId)).toEqual({ onHand: 10, reserved: 0 });
    });

    it('refuses what is sold out, off the shelf or another brand’s', async () => {
      const { skuId } = await shop.product({ stock: 1 });
      expect((await shop.order(customer, skuId, { quantity: 2, expectedPayFen: 11600 })).body).toMatchObject({
        code: 'sold_out',
      });
      const other = await Shop.open(town, '明里眼镜');
      const foreign = await other.product();
      expect((await shop.order(customer, foreign.skuId)).body).toMatchObject({ code: 'product_off_shelf' });
      const abroad = { fulfilment: { kind: 'pickup', storeId: other.storeId } };
      expect((await shop.order(customer, skuId, abroad)).body).toMatchObject({
        code: 'fulfilment_unavailable',
      });
    });

    it('sums two lines of one SKU before it looks at the stock', async () => {
      const { skuId } = await shop.product({ stock: 3 });
      const lines = [
        { skuId, quantity: 2 },
        { skuId, quantity: 2 },
      ];
      expect((await shop.order(customer, skuId, { lines, expectedPayFen: 23200 })).body).toMatchObject({
        code: 'sold_out',
      });
      expect(await shop.stockOf(skuId)).toEqual({ onHand: 3, reserved: 0 });
    });

    it.each([
      ['pickup without a store', { kind: 'pickup' }],
      ['delivery without an address', { kind: 'delivery' }],
      ['an unknown kind', { kind: 'drone' }],
    ])('refuses %s', async (_name, fulfilment) => {
      const { skuId } = await shop.product();
      expect((await shop.order(customer, skuId, { fulfilment })).body).toMatchObject({
        code: 'validation_failed',
      });
    });

    it('shows nobody another member’s order, and lets nobody touch it', async () => {
      const { skuId } = await shop.product();
      const { id, outTradeNo } = (await shop.order(customer, skuId)).body;
      const thief = await town.member(shop.brand.id);
      for (const [method, path] of [
        ['GET', `/api/member/orders/${id}`],
        ['GET', `/api/member/orders/by-trade-no/${outTradeNo}`],
        ['POST', `/api/member/orders/${id}/payment`],
        ['POST', `/api/member/orders/${id}/cancel`],
      ] as const) {
        expect((await thief.send(method, path)).status).toBe(404);
      }
      expect(
        (await thief.send('POST', `/api/member/orders/${id}/refunds`, { reason: '不想要了' })).status,
      ).toBe(404);
      expect(await status(id)).toBe('pending_payment');
    });
  });

  it('quotes with and without membership, explains the price and takes at most four statements', async () => {
    const { skuId } = await shop.product();
    const stranger = await town.visitor();
    const asStranger = await stranger.send('POST', '/api/member/quotes', shop.cart(skuId, 2));
    expect(asStranger.body).toMatchObject({ payFen: 13600, discountFen: 0 });
    await customer.send('POST', '/api/member/quotes', shop.cart(skuId, 2));
    const statements: string[] = [];
    const stop = observeStatements((sql) => statements.push(sql));
    const asMember = await customer.send('POST', '/api/member/quotes', shop.cart(skuId, 2));
    stop();
    expect(asMember.body).toMatchObject({
      payFen: 11600,
      discountFen: 2000,
      steps: [{ amountFen: 13600 }, { rule: 'member', amountFen: -2000 }],
      lines: [{ quantity: 2, available: 10 }],
    });
    expect(statements.length).toBeLessThanOrEqual(4);
  });

  it('places an order in one transaction of at most ten statements, and holds the stock', async () => {
    const { skuId } = await shop.product();
    await shop.order(customer, skuId);
    const statements: string[] = [];
    const stop = observeStatements((sql) => statements.push(sql));
    const placed = await shop.order(customer, skuId, { note: '少糖' });
    stop();
    expect(placed.status).toBe(201);
    expect(placed.body).toMatchObject({ status: 'pending_payment', payFen: 5800 });
    expect(statements.length).toBeLessThanOrEqual(10);
    expect(await shop.stockOf(skuId)).toEqual({ onHand: 10, reserved: 2 });
    const shown = await customer.get(`/api/member/orders/${placed.body.id}`);
    expect(shown.body).toMatchObject({
      note: '少糖',
      pickupCode: null,
      events: [{ status: 'pending_payment' }],
    });
  });

  it('makes one order of ten parallel requests with one key', async () => {
    const { skuId } = await shop.product();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => shop.order(customer, skuId, { key })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await shop.stockOf(skuId)).toEqual({ onHand: 10, reserved: 1 });
  });

  it('sells one unit once to 200 parallel buyers and tells every other that it is sold out', async () => {
    const { skuId } = await shop.product({ stock: 1 });
    const buyers = await Promise.all(Array.from({ length: 20 }, () => town.member(shop.brand.id)));
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => shop.order(buyers[index % buyers.length] ?? customer, skuId)),
    );
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'sold_out')).toHaveLength(199);
    expect(await shop.stockOf(skuId)).toEqual({ onHand: 1, reserved: 1 });
  });

  it('becomes paid by asking WeChat when no notification came, and takes the stock', async () => {
    const { id, skuId } = await paidOrder();
    expect(await status(id)).toBe('paid');
    expect(await shop.stockOf(skuId)).toEqual({ onHand: 2, reserved: 0 });
    const shown = await customer.get<{ pickupCode: string }>(`/api/member/orders/${id}`);
    expect(shown.body.pickupCode).toMatch(/^[A-Z2-9]{8}$/);
  });

  it('closes an unpaid order when its time is over and gives the stock back, once', async () => {
    const { skuId } = await shop.product();
    const { id } = (await shop.order(customer, skuId)).body;
    await advance(14 * MINUTE_MS);
    expect(await status(id)).toBe('pending_payment');
    await advance(2 * MINUTE_MS);
    expect(await status(id)).toBe('closed');
    expect(await shop.stockOf(skuId)).toEqual({ onHand: 10, reserved: 0 });
    expect((await customer.send('POST', `/api/member/orders/${id}/payment`)).body).toMatchObject({
      code: 'order_not_payable',
    });
  });

  it('cancels an unpaid order, twice is once, and no paid one', async () => {
    const { skuId } = await shop.product();
    const { id } = (await shop.order(customer, skuId)).body;
    const cancels = await Promise.all(
      [1, 2, 3].map(() => customer.send('POST', `/api/member/orders/${id}/cancel`)),
    );
    expect(cancels.map((answer) => answer.status)).toEqual([204, 204, 204]);
    expect(await shop.stockOf(skuId)).toEqual({ onHand: 10, reserved: 0 });
    const paid = await paidOrder();
    expect((await customer.send('POST', `/api/member/orders/${paid.id}/cancel`)).body).toMatchObject({
      code: 'order_not_cancellable',
    });
  });

  it('refunds a paid order in full for its customer, and puts the goods back', async () => {
    const { id, skuId } = await paidOrder();
    expect(
      (await customer.send('POST', `/api/member/orders/${id}/refunds`, { reason: '不想要了' })).status,
    ).toBe(200);
    expect(
      (await customer.send('POST', `/api/member/orders/${id}/refunds`, { reason: '不想要了' })).body,
    ).toMatchObject({
      code: 'order_not_refundable',
    });
    // First the refund is sent, then WeChat is asked how far it is.
    await town.app.runDueJobs();
    await town.wechat.refundPolicy({ afterMs: 0, notify: 'none' });
    await advance(10 * MINUTE_MS);
    const shown = await customer.get(`/api/member/orders/${id}`);
    expect(shown.body).toMatchObject({
      status: 'refunded',
      paidFen: 5800,
      refundedFen: 5800,
      refunds: [{ status: 'succeeded', amountFen: 5800 }],
    });
    expect(await shop.stockOf(skuId)).toEqual({ onHand: 3, reserved: 0 });
    await expectSoundBooks(town.app);
  });

  it('lists a member’s orders by page and state', async () => {
    const loner = await town.member(shop.brand.id);
    const { skuId } = await shop.product();
    for (let count = 0; count < 3; count += 1) {
      await shop.order(loner, skuId);
    }
    const first = await loner.get<{ items: { id: string }[]; next: string }>(
      `/api/member/orders?brandId=${shop.brandId}&limit=2`,
    );
    expect(first.body.items).toHaveLength(2);
    const second = await loner.get<{ items: { id: string }[]; next: string | null }>(
      `/api/member/orders?brandId=${shop.brandId}&limit=2&after=${first.body.next}`,
    );
    expect(second.body.items).toHaveLength(1);
    expect(second.body.next).toBeNull();
    const closed = await loner.get<{ items: unknown[] }>(
      `/api/member/orders?brandId=${shop.brandId}&status=closed`,
    );
    expect(closed.body.items).toEqual([]);
  });
});
