import { Shop } from './shop.js';
import { Town, type Customer } from './town.js';

const DAY_MS = 86_400_000;

interface Line {
  readonly id: string;
  readonly quantity: number;
  readonly shippedQuantity: number;
  readonly waitingQuantity: number;
}

interface Order {
  readonly status: string;
  readonly lines: Line[];
  readonly fulfilment: { readonly parcels: { readonly number: number; readonly trackingNo: string }[] };
  readonly events: { readonly status: string; readonly by: string; readonly note: string }[];
}

describe('preparing and sending orders over HTTP', () => {
  let town: Town;
  let shop: Shop;
  let customer: Customer;
  let clerk: Customer;
  let packer: Customer;

  beforeAll(async () => {
    town = await Town.start();
    await town.wechat.setClock(town.app.clock.now().toISOString());
    shop = await Shop.open(town);
    customer = await town.member(shop.brand.id);
    clerk = await shop.clerk();
    packer = await shop.clerk([shop.warehouse.id]);
  });

  afterAll(() => town.stop());

  const seen = async (id: string) => (await customer.get<Order>(`/api/member/orders/${id}`)).body;
  const accept = (who: Customer, id: string) => who.send('POST', `/api/staff/orders/${id}/acceptance`);
  const ship = (id: string, body: object) =>
    packer.send<Order>('POST', `/api/staff/orders/${id}/shipment`, body);
  const receive = (id: string) => customer.send('POST', `/api/member/orders/${id}/receipt`);

  let waybills = 78_300_000_000_000;
  const waybill = () => ({ company: 'ZTO', trackingNo: String((waybills += 1)) });

  describe('refusals', () => {
    it('prepares nothing that is not paid, and nothing of another store or brand', async () => {
      const { skuId } = await shop.product();
      const unpaid = (await shop.order(customer, skuId)).body.id;
      expect((await accept(clerk, unpaid)).body).toMatchObject({ code: 'order_not_acceptable' });
      const { id } = await shop.paidPickup(customer);
      expect((await accept(packer, id)).status).toBe(404);
      const rival = await (await Shop.open(town, '素野')).clerk();
      expect((await accept(rival, id)).status).toBe(404);
      expect((await accept(customer, id)).status).toBe(403);
      expect((await seen(id)).status).toBe('paid');
    });

    it('sends no parcel from the counter and hands over nothing that travels', async () => {
      const pickup = await shop.paidPickup(customer);
      const sent = await clerk.send('POST', `/api/staff/orders/${pickup.id}/shipment`, waybill());
      expect(sent.body).toMatchObject({ code: 'order_not_shippable' });
      const { id } = await shop.paidDelivery(customer);
      const ready = await packer.send('POST', `/api/staff/orders/${id}/readiness`);
      expect(ready.body).toMatchObject({ code: 'pickup_not_ready' });
    });

    it.each([
      ['a waybill that is none', { company: 'ZTO', trackingNo: '你好' }, 'validation_failed'],
      ['an unknown carrier', { company: 'PIGEON', trackingNo: '78300000000001' }, 'validation_failed'],
      ['an empty parcel', { company: 'ZTO', trackingNo: '78300000000001', lines: [] }, 'validation_failed'],
    ])('refuses %s', async (_name, body, code) => {
      const { id } = await shop.paidDelivery(customer);
      expect((await ship(id, body)).body).toMatchObject({ code });
      expect((await seen(id)).fulfilment.parcels).toEqual([]);
    });

    it('packs no more than was bought, and nothing of another order', async () => {
      const [mine, other] = [await shop.paidDelivery(customer), await shop.paidDelivery(customer)];
      const [line] = (await seen(mine.id)).lines;
      const [foreign] = (await seen(other.id)).lines;
      const many = { ...waybill(), lines: [{ lineId: line?.id, quantity: 4 }] };
      expect((await ship(mine.id, many)).body).toMatchObject({ code: 'parcel_impossible' });
      const strange = { ...waybill(), lines: [{ lineId: foreign?.id, quantity: 1 }] };
      expect((await ship(mine.id, strange)).body).toMatchObject({ code: 'parcel_impossible' });
    });

    it('receives nothing that is not on its way, and nothing of others', async () => {
      const { id } = await shop.paidDelivery(customer);
      expect((await receive(id)).body).toMatchObject({ code: 'order_not_receivable' });
      const thief = await town.member(shop.brand.id);
      expect((await thief.send('POST', `/api/member/orders/${id}/receipt`)).status).toBe(404);
    });
  });

  it('is accepted by one of two clerks, made ready and handed over', async () => {
    const { id } = await shop.paidPickup(customer);
    const second = await shop.clerk();
    const answers = await Promise.all([accept(clerk, id), accept(second, id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers[0]?.status === 200 ? clerk : second;
    expect((await accept(winner, id)).status).toBe(200);
    expect((await clerk.send('POST', `/api/staff/orders/${id}/readiness`)).status).toBe(200);
    const { pickupCode } = (await customer.get<{ pickupCode: string }>(`/api/member/orders/${id}`)).body;
    expect((await clerk.send('POST', '/api/staff/pickups', { code: pickupCode })).status).toBe(200);
    const { status, events } = await seen(id);
    expect(status).toBe('completed');
    expect(events.map((event) => [event.status, event.by])).toEqual([
      ['pending_payment', 'member'],
      ['paid', 'system'],
      ['preparing', 'staff'],
      ['ready', 'staff'],
      ['completed', 'staff'],
    ]);
  });

  it('shows a store what waits for it, the oldest first', async () => {
    const [first, second] = [await shop.paidPickup(customer), await shop.paidPickup(customer)];
    const list = await clerk.get<{ items: { id: string }[] }>(
      `/api/staff/orders?storeId=${shop.storeId}&status=paid&limit=50`,
    );
    const ids = list.body.items.map(({ id }) => id);
    expect(ids.indexOf(first.id)).toBeLessThan(ids.indexOf(second.id));
    const others = await clerk.get(`/api/staff/orders?storeId=${shop.warehouseId}`);
    expect(others.status).toBe(404);
  });

  it('says where it goes as people write it, naming a municipality once', async () => {
    const { id } = await shop.paidDelivery(customer);
    expect(await seen(id)).toMatchObject({
      fulfilment: { address: { name: '林小满', address: '上海市徐汇区漕溪北路 88 号 3 楼' } },
    });
  });

  it('travels in two parcels and is received', async () => {
    const { id } = await shop.paidDelivery(customer);
    expect((await accept(packer, id)).status).toBe(200);
    const [three, one] = (await seen(id)).lines;
    const first = { ...waybill(), lines: [{ lineId: three?.id, quantity: 2 }] };
    expect((await ship(id, first)).body).toMatchObject({ status: 'partly_shipped' });
    // Told twice, sent once.
    expect((await ship(id, first)).status).toBe(200);
    const other = { ...first, lines: [{ lineId: one?.id, quantity: 1 }] };
    expect((await ship(id, other)).body).toMatchObject({ code: 'parcel_known' });
    expect((await receive(id)).body).toMatchObject({ code: 'order_not_receivable' });
    expect((await ship(id, waybill())).body).toMatchObject({ status: 'shipped' });
    const { lines, fulfilment, events } = await seen(id);
    expect(lines.map(({ shippedQuantity, waitingQuantity }) => [shippedQuantity, waitingQuantity])).toEqual([
      [3, 0],
      [1, 0],
    ]);
    expect(fulfilment.parcels).toMatchObject([
      { number: 1, lines: [{ lineId: three?.id, quantity: 2 }] },
      { number: 2, lines: [{ quantity: 1 }, { quantity: 1 }] },
    ]);
    expect(events.map(({ status }) => status)).toEqual([
      'pending_payment',
      'paid',
      'preparing',
      'partly_shipped',
      'shipped',
    ]);
    const receipts = await Promise.all([receive(id), receive(id)]);
    expect(receipts.map(({ status }) => status)).toEqual([204, 204]);
    expect(await seen(id)).toMatchObject({ status: 'completed' });
  });

  it('never sends a piece twice, however many clerks pack at once', async () => {
    const { id } = await shop.paidDelivery(customer);
    const answers = await Promise.all(Array.from({ length: 8 }, () => ship(id, waybill())));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => 'code' in body && body.code === 'order_not_shippable')).toHaveLength(
      7,
    );
    expect((await seen(id)).fulfilment.parcels).toHaveLength(1);
  });

  it('is received or given back, never both', async () => {
    const { id } = await shop.paidDelivery(customer);
    await ship(id, waybill());
    const refund = shop.owner.send(
      'POST',
      `/api/admin/orders/${id}/refunds`,
      { reason: '路上丢了' },
      { headers: { 'idempotency-key': 'receipt-races-refund' } },
    );
    const [received, refunded] = await Promise.all([receive(id), refund]);
    expect(refunded.status).toBe(200);
    expect([204, 409]).toContain(received.status);
    const { status, events } = await seen(id);
    expect(status).toBe('refunding');
    expect(events.filter((event) => event.status === 'completed').length).toBe(
      received.status === 204 ? 1 : 0,
    );
  });

  it('completes by itself when the customer says nothing for ten days', async () => {
    const { id } = await shop.paidDelivery(customer);
    await ship(id, waybill());
    await shop.pass(9 * DAY_MS);
    await customer.signIn();
    expect((await seen(id)).status).toBe('shipped');
    await shop.pass(DAY_MS + 1000);
    await customer.signIn();
    expect(await seen(id)).toMatchObject({ status: 'completed' });
    expect((await seen(id)).events.at(-1)).toMatchObject({ by: 'system' });
  });
});
