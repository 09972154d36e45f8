import { randomUUID } from 'node:crypto';
import type { StandInOptions } from '@regulars/wechat-stand-in';
import { DefineProgram } from '../../src/modules/loyalty/index.js';
import { addDays, businessDayOf, startOfBusinessDay, TestClock } from '../../src/platform/clock/index.js';
import { toPublicId } from '../../src/platform/ids/index.js';
import type { Answer } from '../harness.js';
import { Shop } from '../shop.js';
import { Town, type Customer } from '../town.js';
import { Books } from './books.js';
import { Snapshot } from './snapshot.js';

const HOUR_MS = 3_600_000;
const FAR = '2300-01-01 00:00:00';
const STOCK = 1_000_000;
const PRICES_FEN = [1990, 6800, 25_900];

export interface Shopper {
  readonly customer: Customer;
  /** Public ids of coupons that are there at the beginning of each run. */
  readonly coupons: readonly string[];
}

/** A shop with all that can be bought, spent and given back, in a world that can be brought back to its beginning. */
export class Market {
  private constructor(
    readonly town: Town,
    readonly shop: Shop,
    readonly clerk: Customer,
    readonly shoppers: readonly Shopper[],
    readonly skuIds: readonly string[],
    readonly rewardId: string,
    private readonly snapshot: Snapshot,
    private readonly books: Books,
  ) {}

  static async open(
    standIn: StandInOptions = {},
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Market> {
    const tomorrow = addDays(businessDayOf(new Date()), 1);
    const clock = new TestClock(new Date(startOfBusinessDay(tomorrow).getTime() + 9 * HOUR_MS));
    const town = await Town.startByOneClock(clock, standIn, environment);
    await town.wechat.refundPolicy({ afterMs: 1000 });
    const shop = await Shop.open(town);
    await defineBenefits(town, shop);
    const skuIds: string[] = [];
    for (const priceFen of PRICES_FEN) {
      const { skuId } = await shop.product({ priceFen, memberPriceFen: priceFen - 190, stock: STOCK });
      skuIds.push(skuId);
    }
    const reward = await shop.owner.send<{ id: string }>('POST', '/api/admin/rewards', {
      brandId: shop.brandId,
      kind: 'gift',
      name: '手冲壶',
      description: '到店领取。',
      pictureUrl: '/media/kettle.png',
      points: 120,
      stock: STOCK,
      status: 'on_shelf',
    });
    const shoppers: Shopper[] = [];
    for (let at = 0; at < 3; at += 1) {
      const customer = await town.member(shop.brand.id);
      await firstOrder(town, shop, customer, skuIds[2] ?? '');
      shoppers.push({ customer, coupons: await giveCoupons(town, shop, customer) });
    }
    const clerk = await shop.clerk();
    await town.app.runDueJobs();
    const url = town.app.databaseUrl;
    const market = new Market(
      town,
      shop,
      clerk,
      shoppers,
      skuIds,
      reward.body.id,
      await Snapshot.take(url),
      await Books.open(url),
    );
    expect(await market.books.violations()).toEqual([]);
    return market;
  }

  async close(): Promise<void> {
    await this.snapshot.close();
    await this.books.close();
    await this.town.stop();
  }

  /** The world as at the beginning, on the morning of a later day. */
  async beginAnew(): Promise<void> {
    await this.snapshot.restore();
    const { clock } = this.town.app;
    const morning = startOfBusinessDay(addDays(clock.businessDay(), 2)).getTime() + 9 * HOUR_MS;
    await this.town.advance(morning - clock.now().getTime());
    await this.signIn();
  }

  /** Sessions end when hours pass. */
  async signIn(): Promise<void> {
    const people = [...this.shoppers.map(({ customer }) => customer), this.clerk, this.shop.owner];
    await Promise.all(people.map((person) => person.signIn()));
  }

  violations(): Promise<string[]> {
    return this.books.violations();
  }

  order(
    { customer }: Shopper,
    cart: {
      readonly lines: readonly { readonly skuId: string; readonly quantity: number }[];
      readonly couponId?: string;
      readonly points?: number;
    },
    expectedPayFen: number,
  ): Promise<Answer<{ id: string; outTradeNo: string; status: string }>> {
    return this.town.app.post('/api/member/orders', {
      token: customer.token,
      headers: { 'idempotency-key': randomUUID() },
      body: { ...this.wish(cart), expectedPayFen },
    });
  }

  quote({ customer }: Shopper, cart: object): Promise<Answer<{ payFen: number }>> {
    return customer.send('POST', '/api/member/quotes', this.wish(cart));
  }

  private wish(cart: object) {
    return {
      brandId: this.shop.brandId,
      fulfilment: { kind: 'pickup', storeId: this.shop.storeId },
      ...cart,
    };
  }
}

async function defineBenefits(town: Town, { brand }: Shop): Promise<void> {
  await town.app.inTransaction(async (tx) => {
    await town.app.nest.get(DefineProgram).execute(tx, {
      programId: brand.programId,
      earning: { pointsPerYuanBp: 10_000, growthPerYuanBp: 10_000, checkInPoints: 5 },
      tiers: [{ level: 1, name: '新朋友', growthFrom: 0, memberPrice: true, benefits: [] }],
    });
    await tx.execute(
      `INSERT INTO points_rule (program_id, enabled, points_per_yuan, min_points, max_points, max_rate_bp, with_coupons, updated_at)
       VALUES (?, 1, 10, 1, NULL, 10000, 1, ?)`,
      [brand.programId, town.app.clock.now()],
    );
    const common = [brand.id, town.app.clock.now()];
    for (const [name, kind, offFen, rateBp, onRefund] of [
      ['减五元', 'amount', 500, null, 'return'],
      ['减二十', 'amount', 2000, null, 'keep'],
      ['打八折', 'percent', null, 8000, 'return'],
    ] as const) {
      await tx.execute(
        `INSERT INTO coupon_template (name, kind, off_fen, rate_bp, on_refund, brand_id, created_at, description, status, from_fen,
           scope, channels, store_ids, with_promotions, valid_to, claimable, transferable)
         VALUES (?, ?, ?, ?, ?, ?, ?, '', 'active', 0, '{"productIds":[],"categoryIds":[]}', '["miniapp","store"]', '[]', 1,
           '${FAR}', 0, 0)`,
        [name, kind, offFen, rateBp, onRefund, ...common],
      );
    }
  });
}

async function giveCoupons(town: Town, { brand }: Shop, customer: Customer): Promise<string[]> {
  const memberId = await customer.memberId();
  const ids: string[] = [];
  await town.app.inTransaction(async (tx) => {
    const templates = await tx.query<{ id: number }>('SELECT id FROM coupon_template ORDER BY id');
    for (const { id } of templates) {
      const code = randomUUID().replaceAll('-', '').slice(0, 12);
      const { insertId } = await tx.execute(
        `INSERT INTO coupon (template_id, brand_id, member_id, first_member_id, state, source, cause_key, code, valid_from, valid_to, created_at)
         VALUES (?, ?, ?, ?, 'available', 'claim', NULL, ?, '2020-01-01', '${FAR}', ?)`,
        [id, brand.id, memberId, memberId, code, town.app.clock.now()],
      );
      await tx.execute('UPDATE coupon_template SET issued = issued + 1 WHERE id = ?', [id]);
      await tx.execute('INSERT INTO coupon_share (template_id, member_id, taken) VALUES (?, ?, 1)', [
        id,
        memberId,
      ]);
      ids.push(toPublicId('coupon', insertId));
    }
  });
  return ids;
}

/** What gives the customer points to spend. */
async function firstOrder(town: Town, shop: Shop, customer: Customer, skuId: string): Promise<void> {
  const order = await shop.order(customer, skuId, { expectedPayFen: (PRICES_FEN[2] ?? 0) - 190 });
  const sheet = await customer.send<{ package: string }>(
    'POST',
    `/api/member/orders/${order.body.id}/payment`,
  );
  await town.wechat.pay(sheet.body.package, { notify: 'once', wait: true });
  await town.app.runDueJobs();
}
