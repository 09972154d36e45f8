import { FollowLedger } from '../src/flows/audience-standing.js';
import { ReconcileAudience } from '../src/flows/audience-reconcile.js';
import { FoldChanges, MemberSets, ofBrand } from '../src/modules/audience/index.js';
import { DefineProgram } from '../src/modules/loyalty/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { Shop } from './shop.js';
import { Town, type Customer } from './town.js';

let town: Town;
let shop: Shop;

beforeAll(async () => {
  town = await Town.start();
  await town.wechat.setClock(town.app.clock.now().toISOString());
  shop = await Shop.open(town);
  const { programId } = shop.brand;
  await town.app.inTransaction((tx) =>
    town.app.nest.get(DefineProgram).execute(tx, {
      programId,
      earning: { pointsPerYuanBp: 10_000, growthPerYuanBp: 10_000, checkInPoints: 5 },
      tiers: [
        { level: 1, name: '新朋友', growthFrom: 0, memberPrice: true, benefits: [] },
        { level: 2, name: '老朋友', growthFrom: 10, memberPrice: true, benefits: [] },
      ],
    }),
  );
});
afterAll(() => town.stop());

async function count(expression: object): Promise<number> {
  const answer = await shop.owner.send<{ count: number }>('POST', '/api/admin/segments/count', {
    brandId: shop.brandId,
    expression,
  });
  expect(answer.status).toBe(200);
  return answer.body.count;
}

const set = (kind: string, key: string) => ({ set: { kind, key } });
const event = (kind: string, days = 1) => ({ event: { kind, days, atLeast: 1 } });
const number = (name: string, from: number, to?: number) => ({
  number: { name, from, ...(to ? { to } : {}) },
});
const ANYBODY = number('days-since-joined', 0);

/** What the worker would do a moment later. */
async function later(): Promise<void> {
  await town.app.runDueJobs();
  const settle = async (work: (tx: never) => Promise<void>): Promise<void> =>
    town.app.inTransaction((tx) => work(tx as never));
  await town.app.nest.get(FollowLedger).run({ after: 0 }, settle);
  await town.app.query("DELETE FROM job WHERE kind = 'audience.follow-ledger'");
}

const reconcile = (): Promise<number> =>
  town.app.nest.get(ReconcileAudience).execute(shop.brand.id, 0, 1_048_576);

async function member(): Promise<Customer> {
  const customer = await town.member(shop.brand.id);
  await later();
  return customer;
}

describe('the sets of a brand follow', () => {
  it('who joins, decides and leaves', async () => {
    const before = await count(ANYBODY);
    const customer = await member();
    expect(await count(ANYBODY)).toBe(before + 1);
    expect(await count(set('consent', 'marketing'))).toBe(0);
    const decision = { brandId: shop.brandId, purpose: 'marketing', given: true };
    expect((await customer.send('PUT', '/api/member/consents', decision)).status).toBeLessThan(300);
    await later();
    expect(await count(set('consent', 'marketing'))).toBe(1);
  });

  it('who comes, and what that is worth', async () => {
    const customer = await member();
    const visits = await count(event('visited'));
    const answer = await customer.send('POST', '/api/member/check-ins', {
      storeCode: shop.store.code,
      lat: shop.store.lat,
      lng: shop.store.lng,
    });
    expect(answer.status).toBe(201);
    await later();
    expect(await count(event('visited'))).toBe(visits + 1);
    expect(await count({ all: [event('active'), number('visits-total', 1), number('points', 5, 5)] })).toBe(
      1,
    );
    expect(await count({ not: event('active') })).toBe((await count(ANYBODY)) - visits - 1);
  });

  it('who buys what, and who gives it back', async () => {
    const customer = await member();
    const order = await shop.paidPickup(customer);
    await later();
    const [line] = await town.app.query<{ productId: number; skuId: number; paidFen: number }>(
      `SELECT l.product_id AS productId, l.sku_id AS skuId, o.paid_fen AS paidFen
         FROM order_line l JOIN customer_order o ON o.id = l.order_id ORDER BY l.id DESC LIMIT 1`,
    );
    const product = toPublicId('product', line?.productId ?? 0);
    const bought = {
      all: [
        set('bought-product', product),
        set('bought-sku', toPublicId('sku', line?.skuId ?? 0)),
        { event: { kind: 'bought-product', days: 7, atLeast: 1, key: product } },
        event('ordered'),
        number('orders-365', 1, 1),
        number('spend-365', line?.paidFen ?? 0, line?.paidFen ?? 0),
        set('tier', '2'),
      ],
    };
    expect(await count(bought)).toBe(1);
    expect(await count({ all: [set('bought-product', product), set('tier', '1')] })).toBe(0);
    await shop.owner.send(
      'POST',
      `/api/admin/orders/${order.id}/refunds`,
      { reason: '顾客不要了' },
      {
        headers: { 'idempotency-key': crypto.randomUUID() },
      },
    );
    for (let round = 0; round < 4; round += 1) {
      await town.app.runDueJobs();
      await shop.pass(60_000);
    }
    await later();
    const [{ status } = { status: '' }] = await town.app.query<{ status: string }>(
      'SELECT status FROM customer_order ORDER BY id DESC LIMIT 1',
    );
    expect(status).toBe('refunded');
    expect(await count(set('bought-product', product))).toBe(0);
    expect(await count({ all: [number('orders-total', 1), event('ordered', 7)] })).toBe(0);
  });
});

describe('reconciling', () => {
  it('finds nothing where everything was followed', async () => {
    await later();
    await expect(reconcile()).resolves.toBe(0);
    await town.app.nest.get(FoldChanges).execute();
    await expect(reconcile()).resolves.toBe(0);
  });

  it('mends what is wrong and builds what is missing', async () => {
    const everybody = await count(ANYBODY);
    await town.app.inTransaction(async (tx) => {
      await tx.execute('DELETE FROM member_set_block');
      await tx.execute('DELETE FROM member_set_change');
      const stray = { set: ofBrand(shop.brand.id, 'visited', '2026-01-01'), member: 1, value: 1 };
      await town.app.nest.get(MemberSets).change(tx, [stray]);
    });
    expect(await count(ANYBODY)).toBe(0);
    expect(await reconcile()).toBeGreaterThan(5);
    expect(await count(ANYBODY)).toBe(everybody);
    expect(await count({ event: { kind: 'visited', days: 400, atLeast: 1 } })).toBe(1);
    await expect(reconcile()).resolves.toBe(0);
  });
});
