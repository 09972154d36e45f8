import { randomUUID } from 'node:crypto';
import { toPublicId } from '../src/platform/ids/index.js';
import { employ } from './routes/side.js';
import { Shop } from './shop.js';
import { Town, type Customer } from './town.js';

interface Row {
  skuId: string;
  onHand: number;
  reserved: number;
  lowAt: number | null;
}

describe('Stock', () => {
  let town: Town;
  let shop: Shop;
  let clerk: Customer;
  let warehouseId: string;

  beforeAll(async () => {
    town = await Town.start();
    shop = await Shop.open(town);
    clerk = await employ(town, shop.brand.id, shop.store.id);
    const [row] = await town.app.query<{ id: number }>("SELECT id FROM store WHERE kind = 'warehouse'");
    warehouseId = toPublicId('store', row?.id ?? 0);
  });
  afterAll(() => town.stop());

  const rowOf = async (skuId: string, storeId = shop.storeId): Promise<Row | undefined> => {
    const answer = await shop.owner.get<{ items: Row[] }>(
      `/api/admin/stock?brandId=${shop.brandId}&storeId=${storeId}&limit=50`,
    );
    return answer.body.items.find((row) => row.skuId === skuId);
  };

  describe('runs low', () => {
    const lowAt = (skuId: string, threshold: number | null) =>
      shop.owner.send('PUT', '/api/admin/stock/thresholds', {
        skuId,
        storeId: shop.storeId,
        lowAt: threshold,
      });
    const low = async (): Promise<string[]> => {
      const path = `stock?storeId=${shop.storeId}&low=true`;
      const [byOwner, byClerk] = [
        await shop.owner.get<{ items: Row[] }>(`/api/admin/${path}&brandId=${shop.brandId}`),
        await clerk.get<{ items: Row[] }>(`/api/staff/${path}`),
      ];
      expect(byClerk.body).toEqual(byOwner.body);
      return byOwner.body.items.map(({ skuId }) => skuId);
    };

    it('where as many are left to sell as somebody wants to be told of, or fewer', async () => {
      const { skuId } = await shop.product({ stock: 4 });
      expect((await lowAt(skuId, 3)).status).toBe(204);
      await expect(low()).resolves.toEqual([]);
      const member = await town.member(shop.brand.id);
      await shop.order(member, skuId);
      await expect(low()).resolves.toEqual([skuId]);
      await shop.receive(skuId, 5);
      await expect(low()).resolves.toEqual([]);
      await lowAt(skuId, 100);
      await expect(low()).resolves.toEqual([skuId]);
      await lowAt(skuId, null);
      await expect(low()).resolves.toEqual([]);
    });

    it('is read from an index', async () => {
      const [row] = await town.app.query<{ key: string }>(
        `EXPLAIN SELECT sku_id FROM stock WHERE is_low = 1 AND store_id = ${shop.store.id} AND sku_id > 0 ORDER BY sku_id LIMIT 20`,
      );
      expect(row?.key).toBe('stock_low');
    });
  });

  describe('is counted', () => {
    const begin = async (): Promise<string> => {
      const body = { brandId: shop.brandId, storeId: shop.storeId, note: '月末盘点' };
      return (await shop.owner.send<{ id: string }>('POST', '/api/admin/stock-counts', body)).body.id;
    };
    const enter = (id: string, lines: { skuId: string; counted: number }[]) =>
      shop.owner.send('PUT', `/api/admin/stock-counts/${id}/lines`, { lines });
    const book = (id: string) => shop.owner.send('POST', `/api/admin/stock-counts/${id}/booking`);

    it('and what was sold between counting and booking makes no difference', async () => {
      const { skuId } = await shop.product({ stock: 10 });
      const id = await begin();
      const sheet = await enter(id, [{ skuId, counted: 8 }]);
      expect(sheet.body).toMatchObject({ status: 'open', lines: [{ skuId, expected: 10, counted: 8 }] });
      await shop.receive(skuId, 5);
      expect((await book(id)).body).toMatchObject({ status: 'booked' });
      await expect(rowOf(skuId)).resolves.toMatchObject({ onHand: 13 });
    });

    it('once, however many book it at the same moment', async () => {
      const { skuId } = await shop.product({ stock: 10 });
      const id = await begin();
      await enter(id, [{ skuId, counted: 3 }]);
      const answers = await Promise.all(Array.from({ length: 8 }, () => book(id)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ body }) => body.code === 'stock_count_closed')).toHaveLength(7);
      await expect(rowOf(skuId)).resolves.toMatchObject({ onHand: 3 });
      expect((await enter(id, [{ skuId, counted: 9 }])).body.code).toBe('stock_count_closed');
    });

    it('never below what is promised to orders, and nothing is kept of such a booking', async () => {
      const { skuId } = await shop.product({ stock: 2 });
      const other = await shop.product({ stock: 5 });
      const member = await town.member(shop.brand.id);
      await shop.order(member, skuId, { quantity: 2, expectedPayFen: 11_600 });
      const id = await begin();
      await enter(id, [
        { skuId, counted: 1 },
        { skuId: other.skuId, counted: 4 },
      ]);
      expect((await book(id)).body.code).toBe('stock_too_low');
      await expect(rowOf(other.skuId)).resolves.toMatchObject({ onHand: 5 });
    });

    it('for nothing when it is dropped', async () => {
      const { skuId } = await shop.product({ stock: 6 });
      const id = await begin();
      await enter(id, [{ skuId, counted: 1 }]);
      expect((await shop.owner.send('POST', `/api/admin/stock-counts/${id}/drop`)).status).toBe(204);
      expect((await book(id)).body.code).toBe('stock_count_closed');
      await expect(rowOf(skuId)).resolves.toMatchObject({ onHand: 6 });
    });
  });

  describe('travels between stores', () => {
    const send = (skuId: string, quantity: number, from = warehouseId, to = shop.storeId) =>
      shop.owner.send<{ id: string; code?: string; status: string }>(
        'POST',
        '/api/admin/stock-transfers',
        {
          brandId: shop.brandId,
          fromStoreId: from,
          toStoreId: to,
          note: '补货',
          lines: [{ skuId, quantity }],
        },
        { headers: { 'idempotency-key': randomUUID() } },
      );
    const receive = (id: string, lines: { skuId: string; quantity: number }[]) =>
      clerk.send('POST', `/api/staff/stock-transfers/${id}/receipt`, { lines });

    it('leaving the one at once, and coming to the other as it was counted in', async () => {
      const { skuId } = await shop.product({ stock: 1 });
      await shop.receive(skuId, 10, warehouseId);
      const { body } = await send(skuId, 6);
      await expect(rowOf(skuId, warehouseId)).resolves.toMatchObject({ onHand: 4 });
      await expect(rowOf(skuId)).resolves.toMatchObject({ onHand: 1 });
      const coming = await clerk.get<{ items: { id: string }[] }>(
        `/api/staff/stock-transfers?storeId=${shop.storeId}`,
      );
      expect(coming.body.items.map(({ id }) => id)).toContain(body.id);
      expect((await receive(body.id, [])).status).toBe(422);
      expect((await receive(body.id, [{ skuId, quantity: 5 }])).status).toBe(204);
      await expect(rowOf(skuId)).resolves.toMatchObject({ onHand: 6 });
    });

    it('only as far as it is there and not promised', async () => {
      const { skuId } = await shop.product({ stock: 3 });
      const member = await town.member(shop.brand.id);
      await shop.order(member, skuId);
      expect((await send(skuId, 3, shop.storeId, warehouseId)).body.code).toBe('stock_too_low');
      expect((await send(skuId, 2, shop.storeId, shop.storeId)).status).toBe(422);
      const sent = await Promise.all(
        Array.from({ length: 5 }, () => send(skuId, 1, shop.storeId, warehouseId)),
      );
      expect(sent.filter(({ status }) => status === 201)).toHaveLength(2);
      await expect(rowOf(skuId)).resolves.toMatchObject({ onHand: 1, reserved: 1 });
    });

    it('and is received once, however many take it in', async () => {
      const { skuId } = await shop.product({ stock: 0 });
      await shop.receive(skuId, 4, warehouseId);
      const { body } = await send(skuId, 4);
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => receive(body.id, [{ skuId, quantity: 4 }])),
      );
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      expect(answers.filter((answer) => answer.body.code === 'transfer_received')).toHaveLength(5);
      await expect(rowOf(skuId)).resolves.toMatchObject({ onHand: 4 });
    });
  });
});
