import { Shop } from './shop.js';
import { Town, type Customer } from './town.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface Told {
  readonly shipping: {
    readonly logisticsType: number;
    readonly deliveryMode: number;
    readonly finished: boolean;
    readonly parcels: { readonly trackingNo: string | null; readonly itemDesc: string }[];
  } | null;
}

describe('the order desk over HTTP', () => {
  let town: Town;
  let shop: Shop;
  let customer: Customer;
  let packer: Customer;

  beforeAll(async () => {
    town = await Town.start();
    await town.wechat.setClock(town.app.clock.now().toISOString());
    shop = await Shop.open(town);
    customer = await town.member(shop.brand.id);
    packer = await shop.clerk([shop.warehouse.id]);
  });

  afterAll(() => town.stop());

  const told = async (outTradeNo: string) => (await town.wechat.payment(outTradeNo)) as unknown as Told;
  const ship = (id: string, body: object) => packer.send('POST', `/api/staff/orders/${id}/shipment`, body);
  const linesOf = async (id: string) =>
    (await customer.get<{ lines: { id: string }[] }>(`/api/member/orders/${id}`)).body.lines;

  describe('lower prices', () => {
    const reprice = (id: string, body: object, who = shop.owner) =>
      who.send('POST', `/api/admin/orders/${id}/price`, { reason: '老顾客抹零', ...body });
    const unpaid = async () => {
      const { skuId } = await shop.product();
      return (await shop.order(customer, skuId)).body;
    };
    const sheetOf = async (id: string) =>
      (
        await customer.send<{ package: string }>('POST', `/api/member/orders/${id}/payment`)
      ).body.package.replace('prepay_id=', '');

    it.each([
      ['the price before and more', { payFen: 5801 }, 'price_not_lower'],
      ['nothing', { payFen: 0 }, 'validation_failed'],
      ['no reason', { payFen: 5000, reason: '' }, 'validation_failed'],
    ])('are not %s', async (_name, body, code) => {
      const { id } = await unpaid();
      expect((await reprice(id, body)).body).toMatchObject({ code });
    });

    it('are given by those who may, to orders of theirs that wait for their payment', async () => {
      const { id } = await unpaid();
      const viewer = await town.admin([shop.brand.id], 'viewer');
      expect((await reprice(id, { payFen: 5000 }, viewer)).status).toBe(403);
      const rival = await Shop.open(town, '素野');
      expect((await reprice(id, { payFen: 5000 }, rival.owner)).status).toBe(404);
      const clerk = await shop.clerk();
      const byClerk = await clerk.send('POST', `/api/staff/orders/${id}/price`, {
        payFen: 5000,
        reason: '抹零',
      });
      expect(byClerk.status).toBe(403);
      const paid = await shop.paidPickup(customer);
      expect((await reprice(paid.id, { payFen: 5000 })).body).toMatchObject({
        code: 'order_not_repriceable',
      });
    });

    it('are explained, kept line by line, and asked twice are one', async () => {
      const placed = await unpaid();
      for (let time = 0; time < 2; time += 1) {
        expect((await reprice(placed.id, { payFen: 5000 })).status).toBe(204);
      }
      const { body } = await customer.get(`/api/member/orders/${placed.id}`);
      expect(body).toMatchObject({
        payFen: 5000,
        discountFen: 1800,
        steps: [{ rule: 'list' }, { rule: 'member' }, { rule: 'clerk', amountFen: -800 }],
        lines: [{ totalFen: 5000 }],
        events: [{}, { by: 'admin', status: 'pending_payment' }],
      });
      const discounts = await town.app.query<{ amount: number }>(
        "SELECT amount_fen AS amount FROM order_discount WHERE rule = 'clerk'",
      );
      expect(discounts.at(-1)).toEqual({ amount: 800 });
    });

    it('close the sheet that is open: it can be paid no more, the new one can', async () => {
      const placed = await unpaid();
      const before = await sheetOf(placed.id);
      expect((await reprice(placed.id, { payFen: 4000 })).status).toBe(204);
      expect((await town.wechat.payment(placed.outTradeNo)).tradeState).toBe('CLOSED');
      await expect(town.wechat.pay(before, { notify: 'none' })).rejects.toThrow();
      const after = await sheetOf(placed.id);
      expect(after).not.toBe(before);
      await town.wechat.pay(after, { notify: 'none' });
      await shop.pass(2 * MINUTE_MS);
      const { body } = await customer.get<{ outTradeNo: string }>(`/api/member/orders/${placed.id}`);
      expect(body).toMatchObject({ status: 'paid', paidFen: 4000 });
      expect(body.outTradeNo).not.toBe(placed.outTradeNo);
    });

    it('race a payment and never make two amounts payable', async () => {
      for (let round = 0; round < 4; round += 1) {
        const placed = await unpaid();
        const sheet = await sheetOf(placed.id);
        const [priced] = await Promise.all([
          reprice(placed.id, { payFen: 4500 }),
          town.wechat.pay(sheet, { notify: 'none' }).catch(() => undefined),
          sheetOf(placed.id).catch(() => undefined),
        ]);
        await shop.pass(2 * MINUTE_MS);
        const { body } = await customer.get<{ status: string; payFen: number; paidFen: number }>(
          `/api/member/orders/${placed.id}`,
        );
        if (body.status === 'paid') {
          expect(body.paidFen).toBe(5800);
          expect(priced.status).toBe(409);
        } else {
          expect(body.payFen).toBe(priced.status === 204 ? 4500 : 5800);
        }
        const live = await town.app.query<{ open: number }>(
          "SELECT COUNT(*) AS open FROM payment WHERE status IN ('open', 'paid') GROUP BY order_id HAVING COUNT(*) > 1",
        );
        expect(live).toEqual([]);
      }
    });
  });

  describe('what WeChat hears of goods', () => {
    let waybills = 78_400_000_000_000;
    const waybill = () => ({ company: 'SF', trackingNo: String((waybills += 1)) });

    it('is the pick-up', async () => {
      const { id, outTradeNo } = await shop.paidPickup(customer);
      const clerk = await shop.clerk();
      const { pickupCode } = (await customer.get<{ pickupCode: string }>(`/api/member/orders/${id}`)).body;
      await clerk.send('POST', '/api/staff/pickups', { code: pickupCode });
      await shop.pass(2 * MINUTE_MS);
      expect(await told(outTradeNo)).toMatchObject({ shipping: { logisticsType: 4, finished: true } });
    });

    it('is each parcel once, and the last one ends it', async () => {
      const { id, outTradeNo } = await shop.paidDelivery(customer);
      const [first] = await linesOf(id);
      const one = { ...waybill(), lines: [{ lineId: first?.id, quantity: 1 }] };
      await ship(id, one);
      await shop.pass(2 * MINUTE_MS);
      expect(await told(outTradeNo)).toMatchObject({
        shipping: { deliveryMode: 2, finished: false, parcels: [{ trackingNo: one.trackingNo }] },
      });
      const two = waybill();
      await ship(id, two);
      await shop.pass(2 * MINUTE_MS);
      const { shipping } = await told(outTradeNo);
      expect(shipping).toMatchObject({ finished: true });
      expect(shipping?.parcels.map(({ trackingNo }) => trackingNo)).toEqual([one.trackingNo, two.trackingNo]);
    });

    it('is a corrected waybill, once', async () => {
      const { id, outTradeNo } = await shop.paidDelivery(customer);
      await ship(id, waybill());
      await shop.pass(2 * MINUTE_MS);
      const right = waybill();
      const correct = (body: object, number = 1) =>
        shop.owner.send('POST', `/api/admin/orders/${id}/parcels/${number}/correction`, body);
      expect((await correct(right, 2)).status).toBe(404);
      expect((await correct(right)).status).toBe(204);
      expect((await correct(right)).status).toBe(204);
      await shop.pass(2 * MINUTE_MS);
      expect((await told(outTradeNo)).shipping?.parcels).toMatchObject([{ trackingNo: right.trackingNo }]);
      expect((await correct(waybill())).body).toMatchObject({ code: 'parcel_not_correctable' });
    });

    it('rings the alarm when it is not heard, and is told again', async () => {
      const alarms = async () =>
        (
          await shop.owner.get<{ items: { orderId: string; kind: string }[] }>(
            `/api/admin/shipping-alarms?brandId=${shop.brandId}`,
          )
        ).body.items;
      const { id, outTradeNo } = await shop.paidDelivery(customer);
      await town.wechat.fault({ api: 'uploadShippingInfo', mode: 'systemError' });
      await ship(id, waybill());
      await shop.pass(MINUTE_MS);
      await shop.pass(2 * HOUR_MS);
      await shop.owner.signIn();
      await customer.signIn();
      expect((await alarms()).find(({ orderId }) => orderId === id)).toMatchObject({ kind: 'waiting' });
      await town.wechat.clearFaults();
      expect((await shop.owner.send('POST', `/api/admin/orders/${id}/shipping-upload`)).status).toBe(204);
      await shop.pass(HOUR_MS);
      expect((await told(outTradeNo)).shipping).toMatchObject({ finished: true });
      expect((await alarms()).map(({ orderId }) => orderId)).not.toContain(id);
    });
  });

  it('keeps remarks among colleagues', async () => {
    await packer.signIn();
    await customer.signIn();
    await shop.owner.signIn();
    const { id } = await shop.paidDelivery(customer);
    const text = '顾客说晚上七点以后来取';
    expect((await shop.owner.send('POST', `/api/admin/orders/${id}/remarks`, { text })).status).toBe(204);
    expect((await packer.send('POST', `/api/staff/orders/${id}/remarks`, { text: '好的' })).status).toBe(204);
    expect((await packer.get(`/api/staff/orders/${id}/remarks`)).body).toMatchObject({
      items: [
        { author: '小周', text: '好的' },
        { author: '林主理', text },
      ],
    });
    expect(JSON.stringify((await customer.get(`/api/member/orders/${id}`)).body)).not.toContain(text);
  });

  it('finds orders by state, store, day, number and phone', async () => {
    const { id, outTradeNo } = await shop.paidDelivery(customer);
    const list = async (query: string) =>
      (
        await shop.owner.get<{ items: { id: string }[] }>(
          `/api/admin/orders?brandId=${shop.brandId}&limit=50&${query}`,
        )
      ).body.items.map((order) => order.id);
    expect(await list(`number=${outTradeNo}`)).toEqual([id]);
    expect(await list('phone=13900000001')).toContain(id);
    expect(await list('phone=13900000009')).toEqual([]);
    expect(await list(`storeId=${shop.warehouseId}&stage=preparing`)).toContain(id);
    expect(await list(`storeId=${shop.storeId}`)).not.toContain(id);
    expect(await list('from=2026-06-01')).toContain(id);
    expect(await list('to=2026-05-31')).toEqual([]);
    const counts = await customer.get(`/api/member/order-counts?brandId=${shop.brandId}`);
    expect(counts.body).toMatchObject({ preparing: expect.any(Number) as number });
  });
});
