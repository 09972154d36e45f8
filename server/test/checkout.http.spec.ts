import { randomUUID } from 'node:crypto';
import { Shop } from './shop.js';
import { Town, type Customer } from './town.js';

interface Window {
  readonly from: string;
  readonly to: string;
  readonly left: number | null;
}

describe('the checkout over HTTP', () => {
  let town: Town;
  let shop: Shop;
  let customer: Customer;

  beforeAll(async () => {
    town = await Town.start();
    await town.wechat.setClock(town.app.clock.now().toISOString());
    shop = await Shop.open(town);
  });

  beforeEach(async () => {
    customer = await town.member(shop.brand.id);
  });

  afterAll(() => town.stop());

  const windows = async (): Promise<Window[]> =>
    (
      await customer.get<{ items: Window[] }>(
        `/api/member/stores/${shop.storeId}/pickup-windows?brandId=${shop.brandId}`,
      )
    ).body.items;

  const rule = (body: object) =>
    shop.owner.send('PUT', `/api/admin/stores/${shop.storeId}/pickup-rule`, body);
  const half = { leadMinutes: 20, windowMinutes: 30, daysAhead: 1 };

  describe('pick-up windows', () => {
    beforeEach(() => rule({ ...half, capacity: null }));

    it('are kept on the order', async () => {
      const { skuId } = await shop.product();
      const [first, second] = await windows();
      const placed = await shop.order(customer, skuId, { pickupFrom: second?.from });
      expect(placed.status).toBe(201);
      expect((await customer.get(`/api/member/orders/${placed.body.id}`)).body).toMatchObject({
        fulfilment: { pickupFrom: second?.from, pickupTo: second?.to },
      });
      expect(first?.left).toBeNull();
    });

    it.each([
      ['a time between windows', '2026-06-01T05:07:00.000Z', 'pickup_window_gone'],
      ['a time that is past', '2026-06-01T00:00:00.000Z', 'pickup_window_gone'],
      ['no time at all', 'morgen', 'validation_failed'],
    ])('refuse %s', async (_name, pickupFrom, code) => {
      const { skuId } = await shop.product();
      expect((await shop.order(customer, skuId, { pickupFrom })).body).toMatchObject({ code });
      expect(await shop.stockOf(skuId)).toMatchObject({ reserved: 0 });
    });

    it('are for picking up', async () => {
      const { skuId } = await shop.product();
      const [window] = await windows();
      const answer = await shop.order(customer, skuId, {
        pickupFrom: window?.from,
        fulfilment: { kind: 'delivery', addressId: await shop.address(customer) },
      });
      expect(answer.body).toMatchObject({ code: 'validation_failed' });
    });

    it('take no more orders than fit, however many come at once, and one more when one dies', async () => {
      await rule({ ...half, capacity: 2 });
      const { skuId } = await shop.product({ stock: 20 });
      const wanted = (await windows()).at(-1);
      const buyers = await Promise.all(Array.from({ length: 8 }, () => town.member(shop.brand.id)));
      const answers = await Promise.all(
        buyers.map((buyer) => shop.order(buyer, skuId, { pickupFrom: wanted?.from })),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
      expect(answers.filter(({ body }) => body.code === 'pickup_window_full')).toHaveLength(6);
      expect((await windows()).at(-1)).toMatchObject({ from: wanted?.from, left: 0 });
      const winner = answers.findIndex(({ status }) => status === 201);
      await buyers[winner]?.send('POST', `/api/member/orders/${answers[winner]?.body.id}/cancel`);
      expect((await windows()).at(-1)).toMatchObject({ left: 1 });
      expect((await shop.order(customer, skuId, { pickupFrom: wanted?.from })).status).toBe(201);
    });

    it('are the brand’s to set', async () => {
      const rival = await Shop.open(town, '素野');
      const path = `/api/admin/stores/${shop.storeId}/pickup-rule`;
      expect((await rival.owner.get(path)).status).toBe(404);
      expect((await rival.owner.send('PUT', path, { ...half, capacity: 1 })).status).toBe(404);
      expect((await rule({ ...half, capacity: 0 })).body).toMatchObject({ code: 'validation_failed' });
      expect((await shop.owner.get(path)).body).toMatchObject({ ...half, capacity: null });
    });
  });

  describe('one cart', () => {
    const put = (skuId: string, quantity: number) =>
      customer.send('PUT', `/api/member/cart/lines/${skuId}`, { brandId: shop.brandId, quantity });

    it('is ordered once in two tabs, and is empty then', async () => {
      const { skuId } = await shop.product();
      await put(skuId, 1);
      const tabs = await Promise.all(
        Array.from({ length: 4 }, () => shop.order(customer, skuId, { fromCart: true })),
      );
      expect(tabs.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(tabs.filter(({ body }) => body.code === 'cart_changed')).toHaveLength(3);
      expect((await customer.get(`/api/member/cart?brandId=${shop.brandId}`)).body).toEqual({ items: [] });
      expect(await shop.stockOf(skuId)).toMatchObject({ reserved: 1 });
    });

    it('is refused when another device changed it', async () => {
      const { skuId } = await shop.product();
      await put(skuId, 2);
      expect((await shop.order(customer, skuId, { fromCart: true })).body).toMatchObject({
        code: 'cart_changed',
      });
      expect((await customer.get(`/api/member/cart?brandId=${shop.brandId}`)).body).toMatchObject({
        items: [{ quantity: 2 }],
      });
    });

    it('stays as it was when the order is refused', async () => {
      const { skuId } = await shop.product({ stock: 1 });
      await put(skuId, 2);
      const refused = await shop.order(customer, skuId, {
        fromCart: true,
        quantity: 2,
        expectedPayFen: 11600,
      });
      expect(refused.body).toMatchObject({ code: 'sold_out' });
      expect((await customer.get(`/api/member/cart?brandId=${shop.brandId}`)).body).toMatchObject({
        items: [{ quantity: 2, problem: 'too_few' }],
      });
    });
  });

  it('lets a member have as many unpaid orders as the brand allows, also at once', async () => {
    const { skuId } = await shop.product({ stock: 50 });
    const set = { brandId: shop.brandId, unpaidMax: 3, receivedAfterDays: 7 };
    expect((await shop.owner.send('PUT', '/api/admin/order-rules', set)).status).toBe(204);
    const answers = await Promise.all(Array.from({ length: 10 }, () => shop.order(customer, skuId)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.filter(({ body }) => body.code === 'too_many_unpaid_orders')).toHaveLength(7);
    await shop.owner.send('PUT', '/api/admin/order-rules', { ...set, unpaidMax: 20 });
    expect((await shop.order(customer, skuId)).status).toBe(201);
  });

  describe('invoices', () => {
    const company = {
      kind: 'company',
      title: '上海山前文化有限公司',
      taxNumber: '91110000802100433B',
      email: 'bill@example.com',
    };
    const personal = { kind: 'personal', title: '林小满', email: 'lin@example.com' };

    it.each([
      ['a company without a tax number', { ...company, taxNumber: undefined }],
      ['a tax number with a slip', { ...company, taxNumber: '91110000802100433A' }],
      ['a person with a tax number', { ...personal, taxNumber: company.taxNumber }],
      ['no email', { ...personal, email: 'nobody' }],
    ])('refuse %s', async (_name, invoice) => {
      const { skuId } = await shop.product();
      expect((await shop.order(customer, skuId, { invoice })).body).toMatchObject({
        code: 'validation_failed',
      });
    });

    it('are asked for with the order, corrected, and made out once', async () => {
      const { skuId } = await shop.product();
      const { id } = (await shop.order(customer, skuId, { invoice: personal })).body;
      await shop.pay(customer, id);
      expect((await customer.send('POST', `/api/member/orders/${id}/invoice`, company)).status).toBe(204);
      const list = `/api/admin/invoices?brandId=${shop.brandId}&status=requested`;
      expect((await shop.owner.get<{ items: object[] }>(list)).body.items[0]).toMatchObject({
        orderId: id,
        title: company.title,
        taxNumber: company.taxNumber,
        status: 'requested',
      });
      const issue = (number: string) =>
        shop.owner.send('POST', `/api/admin/orders/${id}/invoice`, { number });
      expect((await issue('25312000000123456789')).status).toBe(204);
      expect((await issue('25312000000123456789')).status).toBe(204);
      expect((await issue('25312000000999999999')).body).toMatchObject({ code: 'invoice_issued' });
      expect((await customer.send('POST', `/api/member/orders/${id}/invoice`, personal)).body).toMatchObject({
        code: 'invoice_issued',
      });
      expect((await customer.get(`/api/member/orders/${id}`)).body).toMatchObject({
        invoice: { kind: 'company', status: 'issued', number: '25312000000123456789' },
      });
    });

    it('lie sealed in the database', async () => {
      const { skuId } = await shop.product();
      await shop.order(customer, skuId, { invoice: personal });
      const rows = await town.app.query<{ content: string }>(
        'SELECT content_sealed AS content FROM order_invoice',
      );
      expect(rows.every(({ content }) => content.startsWith('v1.'))).toBe(true);
    });
  });

  describe('links from a message', () => {
    const create = (body: object = {}) =>
      shop.owner.send<{ code: string; path: string }>('POST', '/api/admin/checkout-links', {
        brandId: shop.brandId,
        title: '早安组合',
        ...body,
      });

    it('fill the checkout, lead to an order and count it once paid', async () => {
      const { skuId } = await shop.product();
      const link = (await create({ lines: [{ skuId, quantity: 1 }], storeId: shop.storeId })).body;
      expect(link.path).toBe(`packages/trade/checkout/index?link=${link.code}`);
      // Before anybody signs in.
      const opened = await town.app.get(`/api/member/checkout-links/${link.code}`);
      expect(opened.body).toMatchObject({
        title: '早安组合',
        lines: [{ skuId, quantity: 1 }],
        storeId: shop.storeId,
      });
      const { id } = (await shop.order(customer, skuId, { linkCode: link.code })).body;
      await shop.pay(customer, id);
      const list = await shop.owner.get<{ items: { code: string; orders: number }[] }>(
        `/api/admin/checkout-links?brandId=${shop.brandId}`,
      );
      expect(list.body.items.find(({ code }) => code === link.code)).toMatchObject({ orders: 1 });
    });

    it('end, are paused, and are another brand’s not at all', async () => {
      const { skuId } = await shop.product();
      const endsAt = new Date(town.app.clock.now().getTime() + 60_000).toISOString();
      const { code } = (await create({ lines: [{ skuId, quantity: 1 }], endsAt })).body;
      const open = () => town.app.get(`/api/member/checkout-links/${code}`);
      const rival = await Shop.open(town, '明里眼镜');
      const pause = (who: Shop) =>
        who.owner.send('PATCH', `/api/admin/checkout-links/${code}`, { active: false });
      expect((await pause(rival)).status).toBe(404);
      expect((await open()).status).toBe(200);
      await pause(shop);
      expect((await open()).body).toMatchObject({ code: 'checkout_link_over' });
      await shop.owner.send('PATCH', `/api/admin/checkout-links/${code}`, { active: true });
      await shop.pass(61_000);
      expect((await open()).body).toMatchObject({ code: 'checkout_link_over' });
      const foreign = await rival.product();
      const member = await town.member(rival.brand.id);
      const abroad = await rival.order(member, foreign.skuId, { linkCode: code, key: randomUUID() });
      expect(abroad.status).toBe(404);
      expect((await create({ lines: [{ skuId: foreign.skuId, quantity: 1 }] })).body).toMatchObject({
        code: 'product_off_shelf',
      });
    });
  });
});
