import { randomUUID } from 'node:crypto';
import { observeStatements } from '../src/platform/database/index.js';
import { fromPublicId } from '../src/platform/ids/index.js';
import type { Answer } from './harness.js';
import { Shop } from './shop.js';
import { Town, type Customer } from './town.js';

interface Line {
  readonly skuId: string;
  readonly quantity: number;
  readonly selected: boolean;
  readonly then: { readonly priceFen: number };
  readonly now: { readonly priceFen: number } | null;
  readonly problem: string | null;
}

describe('the cart over HTTP', () => {
  let town: Town;
  let shop: Shop;
  let customer: Customer;

  beforeAll(async () => {
    town = await Town.start();
    shop = await Shop.open(town);
  });

  beforeEach(async () => {
    customer = await town.member(shop.brand.id);
  });

  afterAll(() => town.stop());

  const lines = async (who = customer) =>
    (await who.get<{ items: Line[] }>(`/api/member/cart?brandId=${shop.brandId}&storeId=${shop.storeId}`))
      .body.items;

  const add = (skuId: string, quantity = 1, key: string = randomUUID(), who = customer): Promise<Answer> =>
    town.app.post('/api/member/cart/lines', {
      token: who.token,
      headers: { 'idempotency-key': key },
      body: { brandId: shop.brandId, skuId, quantity },
    });

  const change = (method: string, path: string, body: object) =>
    customer.send(method, `/api/member/cart/${path}`, { brandId: shop.brandId, ...body });

  const statementsOf = async (work: () => Promise<Answer>): Promise<string[]> => {
    const statements: string[] = [];
    const stop = observeStatements((sql) => statements.push(sql));
    await work();
    stop();
    return statements.filter((sql) => !/TRANSACTION|COMMIT/.test(sql));
  };

  describe('refusals', () => {
    it('is a member’s own', async () => {
      const stranger = await town.visitor();
      expect((await stranger.get(`/api/member/cart?brandId=${shop.brandId}`)).status).toBe(403);
      const { skuId } = await shop.product();
      await add(skuId);
      expect(await lines(await town.member(shop.brand.id))).toEqual([]);
    });

    it('takes nothing that is another brand’s or off the shelf', async () => {
      const foreign = await (await Shop.open(town, '素野')).product();
      expect((await add(foreign.skuId)).body).toMatchObject({ code: 'product_off_shelf' });
      expect((await change('PUT', `lines/${foreign.skuId}`, { quantity: 2 })).body).toMatchObject({
        code: 'product_off_shelf',
      });
      expect(
        (await change('POST', 'merges', { lines: [{ skuId: foreign.skuId, quantity: 1 }] })).body,
      ).toMatchObject({ code: 'product_off_shelf' });
      expect((await change('POST', 'removals', { skuIds: [foreign.skuId] })).status).toBe(404);
      expect((await change('PUT', 'selection', { skuIds: [foreign.skuId], selected: true })).status).toBe(
        404,
      );
      expect(await lines()).toEqual([]);
    });

    it.each([0, 100, 1.5, '2'])('takes no quantity of %p', async (quantity) => {
      const { skuId } = await shop.product();
      expect((await add(skuId, quantity as number)).body).toMatchObject({ code: 'validation_failed' });
    });

    it('has room for fifty SKUs, and for more pieces of those', async () => {
      const skuIds: string[] = [];
      for (let count = 0; count < 51; count += 1) {
        skuIds.push((await shop.product({ stock: 0 })).skuId);
      }
      const [last = '', ...fitting] = skuIds;
      await change('POST', 'merges', { lines: fitting.map((skuId) => ({ skuId, quantity: 1 })) });
      expect((await add(last)).body).toMatchObject({ code: 'cart_full' });
      expect((await add(fitting[0] ?? '')).status).toBe(204);
      expect(await lines()).toHaveLength(50);
    });
  });

  it('adds a tap once, however often it is told, and another tap again', async () => {
    const { skuId } = await shop.product({ stock: 200 });
    const key = randomUUID();
    await Promise.all(Array.from({ length: 5 }, () => add(skuId, 2, key)));
    expect(await lines()).toMatchObject([{ skuId, quantity: 2, selected: true }]);
    await add(skuId, 3);
    expect(await lines()).toMatchObject([{ quantity: 5 }]);
    await add(skuId, 99);
    expect(await lines()).toMatchObject([{ quantity: 99 }]);
  });

  it('loses no tap of two devices', async () => {
    const { skuId } = await shop.product({ stock: 50 });
    await Promise.all(Array.from({ length: 12 }, () => add(skuId)));
    expect(await lines()).toMatchObject([{ quantity: 12 }]);
  });

  it('sets, selects, removes and clears, twice like once', async () => {
    const [one, two] = [await shop.product(), await shop.product()];
    await add(one.skuId);
    await add(two.skuId);
    for (let time = 0; time < 2; time += 1) {
      expect((await change('PUT', `lines/${one.skuId}`, { quantity: 4 })).status).toBe(204);
      expect((await change('PUT', 'selection', { skuIds: [one.skuId], selected: false })).status).toBe(204);
    }
    expect(await lines()).toMatchObject([
      { skuId: two.skuId, selected: true },
      { skuId: one.skuId, quantity: 4, selected: false },
    ]);
    for (let time = 0; time < 2; time += 1) {
      expect((await change('PUT', `lines/${one.skuId}`, { quantity: 0 })).status).toBe(204);
    }
    expect(await lines()).toHaveLength(1);
    await change('POST', 'removals', { skuIds: [two.skuId] });
    expect(await lines()).toEqual([]);
    await add(one.skuId);
    expect((await customer.send('DELETE', `/api/member/cart?brandId=${shop.brandId}`)).status).toBe(204);
    expect(await lines()).toEqual([]);
  });

  it('takes over what the device had, once', async () => {
    const [one, two] = [await shop.product(), await shop.product()];
    await add(one.skuId, 3);
    const collected = {
      lines: [
        { skuId: one.skuId, quantity: 2 },
        { skuId: two.skuId, quantity: 2 },
      ],
    };
    await change('POST', 'merges', collected);
    await change('POST', 'merges', collected);
    const found = await lines();
    expect(found.find(({ skuId }) => skuId === one.skuId)).toMatchObject({ quantity: 3 });
    expect(found.find(({ skuId }) => skuId === two.skuId)).toMatchObject({ quantity: 2 });
  });

  it('says what a line cost, what it costs, and why it cannot be had', async () => {
    const [cheaper, short, gone] = [
      await shop.product(),
      await shop.product({ stock: 1 }),
      await shop.product({ stock: 0 }),
    ];
    for (const { skuId } of [cheaper, short, gone]) {
      await add(skuId, 2);
    }
    const skuNumber = fromPublicId('sku', cheaper.skuId) ?? 0;
    await town.app.query('UPDATE sku SET price_fen = 6000 WHERE id = ?', [skuNumber]);
    const found = new Map((await lines()).map((line) => [line.skuId, line]));
    expect(found.get(cheaper.skuId)).toMatchObject({
      then: { priceFen: 6800 },
      now: { priceFen: 6000 },
      problem: null,
    });
    expect(found.get(short.skuId)).toMatchObject({ problem: 'too_few', selected: false });
    expect(found.get(gone.skuId)).toMatchObject({ problem: 'sold_out', selected: false });
    await town.app.query('UPDATE sku SET archived_at = NOW(3) WHERE id = ?', [skuNumber]);
    expect((await lines()).find(({ skuId }) => skuId === cheaper.skuId)).toMatchObject({
      problem: 'off_shelf',
      now: null,
    });
  });

  it('takes three statements at most for what is done all the time', async () => {
    const { skuId } = await shop.product();
    await add(skuId);
    expect(await statementsOf(() => add(skuId))).toHaveLength(2);
    expect(await statementsOf(() => change('PUT', `lines/${skuId}`, { quantity: 2 }))).toHaveLength(1);
    const reading = () => customer.get(`/api/member/cart?brandId=${shop.brandId}`);
    expect(await statementsOf(reading)).toHaveLength(3);
  });
});
