import { randomUUID } from 'node:crypto';
import { toPublicId } from '../src/platform/ids/index.js';
import { employ } from './routes/side.js';
import { Shop } from './shop.js';
import { Town, type Customer } from './town.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface AfterSale {
  readonly id: string;
  readonly status: string;
  readonly amountFen: number;
  readonly escalated: boolean;
  readonly exchangeOrderId: string | null;
  readonly textDoubtful: boolean;
  readonly events: { status: string; by: string }[];
  readonly code?: string;
}

interface ShownOrder {
  readonly id: string;
  readonly status: string;
  readonly refundedFen: number;
  readonly lines: { id: string; skuId: string; refundedQuantity: number; refundedFen: number }[];
}

describe('after-sales over HTTP', () => {
  let town: Town;
  let shop: Shop;
  let customer: Customer;

  beforeAll(async () => {
    town = await Town.start();
    await town.wechat.setClock(town.app.clock.now().toISOString());
    shop = await Shop.open(town);
    customer = await town.member(shop.brand.id);
  });
  beforeEach(async () => {
    await customer.signIn();
    await shop.owner.signIn({ otp: shop.owner.otp() });
  });
  afterAll(() => town.stop());

  async function advance(ms: number): Promise<void> {
    town.app.clock.advance(ms);
    await town.wechat.setClock(town.app.clock.now().toISOString());
    await town.app.runDueJobs();
    await customer.signIn();
    await shop.owner.signIn({ otp: shop.owner.otp() });
  }

  /** WeChat carries out what was asked of it. */
  async function settle(): Promise<void> {
    await town.wechat.refundPolicy({ afterMs: 0, notify: 'none' });
    await town.app.runDueJobs();
    await advance(10 * MINUTE_MS);
    await town.app.runDueJobs();
    await town.wechat.refundPolicy({ afterMs: null });
  }

  const shown = async (id: string) => (await customer.get<ShownOrder>(`/api/member/orders/${id}`)).body;

  async function paid(quantity = 2): Promise<{ id: string; skuId: string; lineId: string }> {
    const { skuId } = await shop.product({ stock: 5 });
    const { id } = (await shop.order(customer, skuId, { quantity, expectedPayFen: quantity * 5800 })).body;
    const sheet = await customer.send<{ package: string }>('POST', `/api/member/orders/${id}/payment`);
    await town.wechat.pay(sheet.body.package.replace('prepay_id=', ''), { notify: 'none' });
    await advance(2 * MINUTE_MS);
    return { id, skuId, lineId: (await shown(id)).lines[0]?.id ?? '' };
  }

  async function fetched(quantity = 2) {
    const order = await paid(quantity);
    const now = town.app.clock.now();
    await town.app.inTransaction(async (tx) => {
      const row = await tx.one<{ id: number }>('SELECT MAX(id) AS id FROM customer_order');
      await tx.execute(
        "UPDATE customer_order SET status = 'completed', handed_over_at = ?, completed_at = ? WHERE id = ?",
        [now, now, row?.id ?? 0],
      );
      await tx.execute(
        "INSERT INTO order_event (order_id, at, status, actor, note) VALUES (?, ?, 'completed', 'staff:1', '已到店取货')",
        [row?.id ?? 0, now],
      );
    });
    return order;
  }

  const ask = (
    order: { id: string; lineId: string },
    wish: Record<string, unknown> = {},
    who = customer,
    key: string = randomUUID(),
  ) =>
    town.app.post<AfterSale>('/api/member/after-sales', {
      token: who.token,
      headers: { 'idempotency-key': key },
      body: {
        orderId: order.id,
        kind: 'return',
        reason: 'damaged',
        lines: [{ lineId: order.lineId, quantity: 1 }],
        ...wish,
      },
    });

  const decide = (id: string, what: 'approval' | 'rejection' | 'receipt', body: object = {}) =>
    shop.owner.send<AfterSale>('POST', `/api/admin/after-sales/${id}/${what}`, body);

  const receive = (id: string, lineId: string, disposition = 'restock') =>
    decide(id, 'receipt', { lines: [{ lineId, disposition }] });

  const mine = async (id: string) => (await customer.get<AfterSale>(`/api/member/after-sales/${id}`)).body;

  describe('refusals', () => {
    it('lets nobody ask for another member’s order, or for what was not bought', async () => {
      const order = await fetched();
      const other = await fetched();
      const thief = await town.member(shop.brand.id);
      expect((await ask(order, {}, thief)).status).toBe(404);
      expect((await ask({ ...order, lineId: other.lineId })).body).toMatchObject({
        code: 'refund_exceeds_paid',
      });
      expect((await ask(order, { lines: [{ lineId: order.lineId, quantity: 3 }] })).body).toMatchObject({
        code: 'refund_exceeds_paid',
      });
      expect(
        (await ask(order, { lines: [{ lineId: order.lineId, quantity: 1, amountFen: 5801 }] })).body,
      ).toMatchObject({
        code: 'refund_exceeds_paid',
      });
      expect((await ask(order, { pictures: ['/media/uploads/none.webp'] })).body).toMatchObject({
        code: 'picture_unknown',
      });
      expect(
        (await customer.get<{ items: unknown[] }>(`/api/member/after-sales?brandId=${shop.brandId}`)).body
          .items,
      ).toEqual([]);
    });

    it('knows what is possible when', async () => {
      const order = await paid();
      expect((await ask(order)).body).toMatchObject({ code: 'after_sale_not_possible' });
      const done = await fetched();
      expect((await ask(done, { kind: 'cancel' })).body).toMatchObject({ code: 'after_sale_not_possible' });
    });

    it('asks for one piece once', async () => {
      const order = await fetched(2);
      expect((await ask(order)).status).toBe(201);
      expect((await ask(order)).status).toBe(201);
      expect((await ask(order)).body).toMatchObject({ code: 'after_sale_exists' });
    });

    it('is handled by the brand and the store alone', async () => {
      const { body } = await ask(await fetched());
      const rival = await Shop.open(town, '素野');
      expect((await rival.owner.get(`/api/admin/after-sales/${body.id}`)).status).toBe(404);
      expect((await rival.owner.send('POST', `/api/admin/after-sales/${body.id}/approval`, {})).status).toBe(
        404,
      );
      expect((await mine(body.id)).status).toBe('requested');
    });
  });

  it('cancels one of two pieces at once, before anybody has begun', async () => {
    const order = await paid(2);
    const { body } = await ask(order, { kind: 'cancel', reason: 'wrong_order' });
    expect(body).toMatchObject({ status: 'refunding', amountFen: 5800 });
    await settle();
    expect(await mine(body.id)).toMatchObject({ status: 'refunded' });
    expect(await shown(order.id)).toMatchObject({
      status: 'paid',
      refundedFen: 5800,
      lines: [{ refundedQuantity: 1 }],
    });
    expect(await shop.stockOf(order.skuId)).toEqual({ onHand: 4, reserved: 0 });
  });

  it('gives a part of the money back for goods that stay, as far as the brand agrees', async () => {
    const order = await fetched(1);
    const { body } = await ask(order, {
      kind: 'refund_only',
      lines: [{ lineId: order.lineId, quantity: 0, amountFen: 2000 }],
    });
    expect(
      (await decide(body.id, 'approval', { lines: [{ lineId: order.lineId, amountFen: 2001 }] })).body,
    ).toMatchObject({
      code: 'refund_exceeds_paid',
    });
    expect(
      (await decide(body.id, 'approval', { lines: [{ lineId: order.lineId, amountFen: 1500 }] })).body,
    ).toMatchObject({
      status: 'refunding',
      amountFen: 1500,
    });
    await settle();
    expect(await mine(body.id)).toMatchObject({ status: 'refunded', amountFen: 1500 });
    expect(await shown(order.id)).toMatchObject({ status: 'completed', refundedFen: 1500 });
  });

  it('takes goods back: sent, received, put on the shelf, paid back', async () => {
    const order = await fetched(2);
    const { body } = await ask(order);
    expect((await receive(body.id, order.lineId)).body).toMatchObject({ code: 'after_sale_moved_on' });
    expect((await decide(body.id, 'approval')).body).toMatchObject({ status: 'approved' });
    const parcel = { company: 'SF', trackingNo: 'SF1234567890' };
    expect(
      (await customer.send('POST', `/api/member/after-sales/${body.id}/parcel`, parcel)).body,
    ).toMatchObject({
      status: 'returning',
    });
    expect((await decide(body.id, 'receipt', { lines: [] })).status).toBe(422);
    expect((await receive(body.id, order.lineId)).body).toMatchObject({
      status: 'refunding',
      amountFen: 5800,
    });
    await settle();
    expect(await mine(body.id)).toMatchObject({
      status: 'refunded',
      events: [
        { status: 'requested', by: 'member' },
        { status: 'approved', by: 'admin' },
        { status: 'returning', by: 'member' },
        { status: 'received', by: 'admin' },
        { status: 'refunding', by: 'admin' },
        { status: 'refunded', by: 'system' },
      ],
    });
    expect(await shop.stockOf(order.skuId)).toEqual({ onHand: 4, reserved: 0 });
  });

  it('writes off what cannot be sold again', async () => {
    const order = await fetched(1);
    const { body } = await ask(order);
    await decide(body.id, 'approval');
    await receive(body.id, order.lineId, 'scrap');
    await settle();
    expect(await shop.stockOf(order.skuId)).toEqual({ onHand: 4, reserved: 0 });
    expect(await shown(order.id)).toMatchObject({ status: 'refunded', refundedFen: 5800 });
  });

  it('exchanges for another variant by an order of its own that costs nothing, and gives the difference back', async () => {
    const order = await fetched(1);
    const [, smaller] = await twoVariants(order.skuId);
    const { body } = await ask(order, {
      kind: 'exchange',
      lines: [{ lineId: order.lineId, quantity: 1, exchangeSkuId: smaller }],
    });
    expect(body).toMatchObject({ status: 'requested', amountFen: 2900 });
    await decide(body.id, 'approval');
    const { body: done } = await receive(body.id, order.lineId);
    expect(done).toMatchObject({ status: 'exchanged' });
    expect(await shown(done.exchangeOrderId ?? '')).toMatchObject({
      status: 'paid',
      lines: [{ skuId: smaller }],
    });
    expect(await shop.stockOf(smaller)).toEqual({ onHand: 2, reserved: 0 });
    await settle();
    expect(await shown(order.id)).toMatchObject({ refundedFen: 2900 });
    expect((await ask(order)).body).toMatchObject({ code: 'after_sale_exists' });
  });

  /** Adds a second variant at half the price to the product of this SKU. */
  async function twoVariants(skuId: string): Promise<[string, string]> {
    await town.app.inTransaction((tx) =>
      tx.execute(
        `INSERT INTO sku (product_id, brand_id, name, price_fen, member_price_fen, position)
         SELECT product_id, brand_id, '小袋', price_fen DIV 2, NULL, 1 FROM sku ORDER BY id DESC LIMIT 1`,
      ),
    );
    const [row] = await town.app.query<{ id: number }>('SELECT MAX(id) AS id FROM sku');
    const other = toPublicId('sku', row?.id ?? 0);
    await shop.receive(other, 3);
    return [skuId, other];
  }

  describe('at once', () => {
    it('two clerks agree: once', async () => {
      const order = await fetched(1);
      const { body } = await ask(order, { kind: 'refund_only' });
      const answers = await Promise.all([decide(body.id, 'approval'), decide(body.id, 'approval')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      await settle();
      expect(await shown(order.id)).toMatchObject({ refundedFen: 5800 });
    });

    it('the customer withdraws while it is agreed to: one of both', async () => {
      for (let round = 0; round < 3; round += 1) {
        const order = await fetched(1);
        const { body } = await ask(order, { kind: 'refund_only' });
        const [approved, withdrawn] = await Promise.all([
          decide(body.id, 'approval'),
          customer.send<AfterSale>('POST', `/api/member/after-sales/${body.id}/withdrawal`),
        ]);
        expect([approved.status, withdrawn.status].sort()).toEqual([200, 409]);
        const refunded = (await shown(order.id)).lines[0]?.refundedQuantity;
        expect(refunded).toBe(approved.status === 200 ? 1 : 0);
      }
    });

    it('five ask for the same two pieces: two get through', async () => {
      const order = await fetched(2);
      const answers = await Promise.all(Array.from({ length: 5 }, () => ask(order)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    });

    it('the brand refunds the order while a request is agreed to: never more than was paid', async () => {
      const order = await fetched(1);
      const { body } = await ask(order, { kind: 'refund_only' });
      await Promise.all([
        decide(body.id, 'approval'),
        shop.owner.send(
          'POST',
          `/api/admin/orders/${order.id}/refunds`,
          { reason: '退款' },
          { headers: { 'idempotency-key': randomUUID() } },
        ),
      ]);
      await settle();
      expect(await shown(order.id)).toMatchObject({ status: 'refunded', refundedFen: 5800 });
    });
  });

  describe('time', () => {
    it('brings what nobody answers before the console, once', async () => {
      const { body } = await ask(await fetched());
      await advance(48 * HOUR_MS - MINUTE_MS);
      expect(await mine(body.id)).toMatchObject({ escalated: false });
      await advance(MINUTE_MS);
      expect(await mine(body.id)).toMatchObject({ status: 'requested', escalated: true });
      const queue = await shop.owner.get<{ items: { id: string }[] }>(
        `/api/admin/after-sales?brandId=${shop.brandId}&queue=escalated`,
      );
      expect(queue.body.items.map(({ id }) => id)).toContain(body.id);
    });

    it('closes what is never sent back, and the piece is free again', async () => {
      const order = await fetched(1);
      const { body } = await ask(order);
      await decide(body.id, 'approval');
      await advance(7 * 24 * HOUR_MS);
      expect(await mine(body.id)).toMatchObject({ status: 'lapsed' });
      expect((await ask(order)).status).toBe(201);
    });

    it('ends the return without a reason with the window that was frozen when the order was paid', async () => {
      await shop.owner.send('PUT', '/api/admin/return-windows', {
        brandId: shop.brandId,
        windows: [{ tierLevel: 0, days: 30 }],
      });
      const order = await fetched(2);
      await shop.owner.send('PUT', '/api/admin/return-windows', {
        brandId: shop.brandId,
        windows: [{ tierLevel: 0, days: 3 }],
      });
      const terms = await customer.get<{ returnDays: number }>(`/api/member/orders/${order.id}/terms`);
      expect(terms.body).toMatchObject({ returnDays: 30 });
      await advance(29 * 24 * HOUR_MS);
      expect((await ask(order, { reason: 'no_reason' })).status).toBe(201);
      await advance(2 * 24 * HOUR_MS);
      expect((await ask(order, { reason: 'no_reason' })).body).toMatchObject({
        code: 'after_sale_not_possible',
      });
    });
  });

  describe('guarantees', () => {
    const terms = async (id: string) =>
      (
        await customer.get<{ promises: { kind: string; status: string }[] }>(`/api/member/orders/${id}/terms`)
      ).body.promises.find(({ kind }) => kind === 'no_reason_return')?.status;

    it('become promises with a clock, and the rate of those kept is public', async () => {
      const created = await shop.owner.send<{ id: string }>('POST', '/api/admin/guarantees', {
        brandId: shop.brandId,
        kind: 'no_reason_return',
        title: '7 天无理由',
        text: '不喜欢就退，不问原因。',
        hours: 24,
        active: true,
        productIds: [],
      });
      expect(created.status).toBe(201);
      const kept = await fetched(1);
      const broken = await fetched(1);
      expect(await terms(kept.id)).toBe('standing');
      const one = await ask(kept, { reason: 'no_reason' });
      expect(await terms(kept.id)).toBe('running');
      await decide(one.body.id, 'approval');
      expect(await terms(kept.id)).toBe('kept');
      const two = await ask(broken, { reason: 'no_reason' });
      await decide(two.body.id, 'rejection', { reason: '已经拆封' });
      expect(await terms(broken.id)).toBe('broken');
      const late = await fetched(1);
      await ask(late, { reason: 'no_reason' });
      await advance(25 * HOUR_MS);
      expect(await terms(late.id)).toBe('broken');
      const rates = await town.app.get<{ items: { kept: number; broken: number }[] }>(
        `/api/member/guarantees?brandId=${shop.brandId}`,
      );
      expect(rates.body.items).toMatchObject([{ kept: 1, broken: 2 }]);
    });
  });

  it('lets staff of the store decide, and shows doubtful words as such', async () => {
    const { body } = await ask(await fetched(1), { text: '帮我刷单就不退了' });
    await town.app.runDueJobs();
    expect((await mine(body.id)).textDoubtful).toBe(true);
    const clerk = await employ(town, shop.brand.id, shop.store.id);
    const list = await clerk.get<{ items: { id: string }[] }>(
      `/api/staff/after-sales?storeId=${shop.storeId}`,
    );
    expect(list.body.items.map(({ id }) => id)).toContain(body.id);
    const rejected = await clerk.send<AfterSale>('POST', `/api/staff/after-sales/${body.id}/rejection`, {
      reason: '与约定不符',
    });
    expect(rejected.body).toMatchObject({ status: 'rejected' });
  });
});
