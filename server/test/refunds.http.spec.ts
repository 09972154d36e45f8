import { randomUUID } from 'node:crypto';
import { expectSoundBooks } from './sound-books.js';
import { Shop } from './shop.js';
import { Town, type Customer } from './town.js';

const MINUTE_MS = 60_000;

interface Refund {
  readonly id: string;
  readonly amountFen: number;
  readonly code?: string;
}

interface ShownOrder {
  readonly status: string;
  readonly paidFen: number;
  readonly refundedFen: number;
  readonly lines: {
    id: string;
    skuId: string;
    quantity: number;
    refundedQuantity: number;
    refundedFen: number;
  }[];
  readonly refunds: { status: string; amountFen: number }[];
}

describe('refunds in parts over HTTP', () => {
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
  afterEach(() => town.wechat.refundPolicy({ afterMs: null }));

  async function advance(ms: number): Promise<void> {
    town.app.clock.advance(ms);
    await town.wechat.setClock(town.app.clock.now().toISOString());
    await town.app.runDueJobs();
  }

  /** Three pieces of one SKU, paid 17 400 fen. */
  async function paidOrder(quantity = 3): Promise<{ id: string; skuId: string; lineId: string }> {
    const { skuId } = await shop.product({ stock: 5 });
    const { id } = (await shop.order(customer, skuId, { quantity, expectedPayFen: quantity * 5800 })).body;
    const sheet = await customer.send<{ package: string }>('POST', `/api/member/orders/${id}/payment`);
    await town.wechat.pay(sheet.body.package.replace('prepay_id=', ''), { notify: 'none' });
    await advance(2 * MINUTE_MS);
    return { id, skuId, lineId: (await shown(id)).lines[0]?.id ?? '' };
  }

  const shown = async (id: string) => (await customer.get<ShownOrder>(`/api/member/orders/${id}`)).body;

  const byBrand = (id: string, body: object, key: string = randomUUID()) =>
    shop.owner.send<Refund>('POST', `/api/admin/orders/${id}/refunds`, body, {
      headers: { 'idempotency-key': key },
    });

  const byCustomer = (id: string, body: object) =>
    customer.send<Refund>('POST', `/api/member/orders/${id}/refunds`, body);

  /** WeChat gives every refund that was asked for back. */
  async function settle(): Promise<void> {
    await town.wechat.refundPolicy({ afterMs: 0, notify: 'none' });
    await town.app.runDueJobs();
    await advance(10 * MINUTE_MS);
    await town.app.runDueJobs();
  }

  const part = (lineId: string, quantity: number, amountFen?: number) => ({
    reason: '少发了一件',
    lines: [{ lineId, quantity, ...(amountFen === undefined ? {} : { amountFen }) }],
  });

  it('refuses more than is left, a line of another order, and nothing at all', async () => {
    const order = await paidOrder();
    const other = await paidOrder(1);
    for (const body of [
      part(order.lineId, 4),
      part(order.lineId, 1, 5801),
      part(order.lineId, 0),
      part(order.lineId, 0, 17_401),
      part(other.lineId, 1),
      { reason: '重复', lines: [...part(order.lineId, 1).lines, ...part(order.lineId, 1).lines] },
    ]) {
      expect((await byBrand(order.id, body)).body).toMatchObject({ code: 'refund_exceeds_paid' });
    }
    expect((await byBrand(order.id, { reason: '空', lines: [] })).status).toBe(422);
    expect(await shown(order.id)).toMatchObject({
      status: 'paid',
      refunds: [],
      lines: [{ refundedQuantity: 0, refundedFen: 0 }],
    });
  });

  it('gives one of three pieces back and leaves the order where it is', async () => {
    const { id, skuId, lineId } = await paidOrder();
    expect((await byCustomer(id, part(lineId, 1))).body).toMatchObject({ amountFen: 5800 });
    await settle();
    expect(await shown(id)).toMatchObject({
      status: 'paid',
      refundedFen: 5800,
      lines: [{ refundedQuantity: 1, refundedFen: 5800 }],
      refunds: [{ status: 'succeeded', amountFen: 5800 }],
    });
    // It never left the store.
    expect(await shop.stockOf(skuId)).toEqual({ onHand: 3, reserved: 0 });
    await expectSoundBooks(town.app);
  });

  it('ends the order with the last part', async () => {
    const { id, skuId, lineId } = await paidOrder();
    await byBrand(id, part(lineId, 0, 1001));
    await byBrand(id, part(lineId, 2));
    await settle();
    expect(await shown(id)).toMatchObject({ status: 'paid', refundedFen: 1001 + 10_932 });
    expect((await byBrand(id, { reason: '其余也退' })).body).toMatchObject({ amountFen: 17_400 - 11_933 });
    expect(await shown(id)).toMatchObject({ status: 'refunding' });
    await settle();
    expect(await shown(id)).toMatchObject({ status: 'refunded', refundedFen: 17_400 });
    expect((await byBrand(id, { reason: '再退一次' })).body).toMatchObject({ code: 'order_not_refundable' });
    expect(await shop.stockOf(skuId)).toEqual({ onHand: 5, reserved: 0 });
    await expectSoundBooks(town.app);
  });

  it('5 parallel parts that together exceed what was paid: as many as fit', async () => {
    const { id, lineId } = await paidOrder();
    const answers = await Promise.all(Array.from({ length: 5 }, () => byBrand(id, part(lineId, 0, 5000))));
    expect(answers.map(({ body, status }) => body.code ?? status).sort()).toEqual([
      200,
      200,
      200,
      'refund_exceeds_paid',
      'refund_exceeds_paid',
    ]);
    await settle();
    expect(await shown(id)).toMatchObject({ refundedFen: 15_000, lines: [{ refundedFen: 15_000 }] });
  });

  it('two whole refunds at once are one', async () => {
    const { id } = await paidOrder(1);
    const answers = await Promise.all([
      byCustomer(id, { reason: '不要了' }),
      byCustomer(id, { reason: '不要了' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await settle();
    expect(await shown(id)).toMatchObject({ status: 'refunded', refundedFen: 5800 });
  });

  it('the same key twice is one part', async () => {
    const { id, lineId } = await paidOrder();
    const key = randomUUID();
    const [one, two] = await Promise.all([
      byBrand(id, part(lineId, 1), key),
      byBrand(id, part(lineId, 1), key),
    ]);
    expect(one.body).toEqual(two.body);
    expect((await shown(id)).lines).toMatchObject([{ refundedQuantity: 1 }]);
  });

  it('what WeChat closed is sent once more by asking again, as one refund of the order', async () => {
    const { id } = await paidOrder(1);
    await byBrand(id, { reason: '退款' });
    await town.app.runDueJobs();
    const [sent] = await town.app.query<{ no: string }>(
      'SELECT out_refund_no AS no FROM refund ORDER BY id DESC LIMIT 1',
    );
    await town.wechat.endRefund(sent?.no ?? '', 'CLOSED', 'none');
    await advance(10 * MINUTE_MS);
    expect((await shown(id)).refunds).toMatchObject([{ status: 'failed' }]);
    expect((await byBrand(id, { reason: '再试一次' })).status).toBe(200);
    await settle();
    expect(await shown(id)).toMatchObject({ status: 'refunded', refundedFen: 5800 });
    const [count] = await town.app.query<{ n: number }>(
      'SELECT COUNT(*) AS n FROM order_refund WHERE order_id = (SELECT MAX(order_id) FROM order_refund)',
    );
    expect(count?.n).toBe(1);
  });

  it('does not give the pieces back to the shelf that the customer holds', async () => {
    const { id, skuId, lineId } = await paidOrder(2);
    await town.app.inTransaction((tx) =>
      tx.execute("UPDATE customer_order SET status = 'completed', handed_over_at = ? WHERE status = 'paid'", [
        town.app.clock.now(),
      ]),
    );
    expect((await byCustomer(id, part(lineId, 1))).body).toMatchObject({ code: 'order_not_refundable' });
    await byBrand(id, part(lineId, 1));
    await settle();
    expect(await shop.stockOf(skuId)).toEqual({ onHand: 3, reserved: 0 });
  });
});
