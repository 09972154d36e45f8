import { addDays, businessDayOf, startOfBusinessDay } from '@regulars/server/platform/clock/business-day';
import { fromPrices } from '@regulars/server/modules/catalogue/domain/from-prices';
import { earnedFor } from '@regulars/server/modules/loyalty/domain/earnings';
import { cardNumberOf } from '@regulars/server/modules/members/domain/card-number';
import { BulkWriter } from '../../demo/load/bulk-writer.js';
import { Tables } from '../../demo/load/tables.js';
import { Books } from '../../demo/world/books.js';
import { Days } from '../../demo/world/days.js';
import { SIZES } from '../sizes.js';
import { writeCompleted, writeUnpaid } from './orders.js';
import {
  BRAND,
  CHECK_IN_POINTS,
  FREIGHT,
  PIECES,
  SKUS,
  STORES,
  WAREHOUSE_ID,
  openidOf,
  productOf,
} from './town.js';

const HOUR_MS = 3_600_000;
const POINTS_PER_YUAN_BP = 10_000;
const EARN_RULE_ID = 1;

export interface LoadOptions {
  readonly databaseUrl: string;
  readonly payment: { readonly appId: string; readonly mchId: string };
  /** Orders that wait for the notification of their payment. */
  readonly unpaidOrders: number;
}

/** What stands where before the first request: one brand with its shelf, its members and their past. */
export async function load({ databaseUrl, payment, unpaidOrders }: LoadOptions): Promise<void> {
  const writer = await BulkWriter.open(databaseUrl);
  try {
    const tables = new Tables(writer);
    const now = new Date();
    const today = businessDayOf(now);
    const yesterday = addDays(today, -1);
    const openedAt = new Date(startOfBusinessDay(yesterday).getTime() + 9 * HOUR_MS);
    const paidAt = new Date(openedAt.getTime() + HOUR_MS);
    openBrand(tables, openedAt);
    fillShelf(tables, openedAt);
    const books = new Books(tables, new Days(today, 2, now));
    for (let index = 0; index < SIZES.members; index += 1) {
      welcome(tables, index + 1, payment.appId, openedAt);
      const order = writeCompleted(tables, { index, at: openedAt, businessDay: yesterday, payment }, paidAt);
      earn(tables, books, order, yesterday, paidAt);
      await writer.room();
    }
    for (let index = SIZES.pastOrders; index < SIZES.pastOrders + unpaidOrders; index += 1) {
      writeUnpaid(tables, { index, at: now, businessDay: today, payment });
      await writer.room();
    }
    books.close();
    tables.flush();
    await writer.settled();
    await writer.run(STOCK);
    await writer.run(DUE_ROWS, [now]);
    await writer.run('UPDATE member_counter SET value = ? WHERE id = 1', [SIZES.members]);
    await writer.run(`ANALYZE TABLE ${tables.names.join(', ')}, stock, job`);
  } finally {
    await writer.close();
  }
}

/** What lies there is what came, less what was sold; what is reserved is what is held. */
const STOCK = `
  INSERT INTO stock (sku_id, store_id, on_hand, reserved)
  SELECT came.sku_id, came.store_id, SUM(came.quantity),
         COALESCE((SELECT SUM(held.quantity) FROM stock_reservation held
                    WHERE held.sku_id = came.sku_id AND held.store_id = came.store_id AND held.state = 'held'), 0)
    FROM stock_movement came GROUP BY came.sku_id, came.store_id`;

const DUE_ROWS = `
  INSERT INTO job (kind, dedupe_key, payload, available_at, created_at)
  SELECT 'orders.close-unpaid', CONCAT('order:', id), CONCAT('{"orderId":', id, '}'), expires_at, ?
    FROM customer_order WHERE status = 'pending_payment'`;

function openBrand(tables: Tables, at: Date): void {
  tables.add('program', { id: BRAND.programId, name: '山前会员', created_at: at });
  tables.add('earn_rule', {
    id: EARN_RULE_ID,
    program_id: BRAND.programId,
    version: 1,
    points_per_yuan_bp: POINTS_PER_YUAN_BP,
    growth_per_yuan_bp: POINTS_PER_YUAN_BP,
    check_in_points: CHECK_IN_POINTS,
    valid_from: at,
  });
  ['新朋友', '熟客', '老主顾'].forEach((name, index) =>
    tables.add('tier', {
      program_id: BRAND.programId,
      level: index + 1,
      name,
      growth_from: index * 500,
      member_price: true,
      benefits: JSON.stringify([{ title: '会员价', text: '全店按会员价结算。' }]),
    }),
  );
  tables.add('brand', {
    id: BRAND.id,
    program_id: BRAND.programId,
    position: 0,
    name: BRAND.name,
    slogan: '一杯咖啡，一位老主顾',
    industry: '咖啡',
    logo_url: '/media/logo.png',
    cover_url: '/media/cover.png',
    theme: JSON.stringify({ primary: '#7a4a2b' }),
    persona: JSON.stringify({
      name: '阿山',
      role: '店长',
      avatarUrl: '/media/avatar.png',
      greeting: '来啦。',
    }),
    created_at: at,
  });
  tables.add('freight_rule', {
    brand_id: BRAND.id,
    freight_fen: FREIGHT.freightFen,
    free_from_fen: FREIGHT.freeFromFen,
  });
  for (const store of STORES) {
    addStore(tables, { ...store, kind: 'store' }, at);
  }
  addStore(
    tables,
    { id: WAREHOUSE_ID, code: 'BENCHHQUSE', name: '总仓', lat: 31, lng: 121, kind: 'warehouse' },
    at,
  );
}

function addStore(
  tables: Tables,
  store: { id: number; code: string; name: string; lat: number; lng: number; kind: 'store' | 'warehouse' },
  at: Date,
): void {
  tables.add('store', {
    ...store,
    brand_id: BRAND.id,
    city: '上海',
    address: '徐汇区漕溪北路 88 号',
    check_in_location: 'required',
    opens_minute: 480,
    closes_minute: 1_320,
    phone: '021-00001000',
    created_at: at,
  });
}

function fillShelf(tables: Tables, at: Date): void {
  for (let id = 1; id <= SIZES.categories; id += 1) {
    tables.add('category', { id, brand_id: BRAND.id, name: `第${id}架`, position: id });
  }
  for (let id = 1; id <= SIZES.products; id += 1) {
    const { skus, pictures, categoryId, ...texts } = productOf(id);
    const from = fromPrices(skus);
    tables.add('product', {
      ...texts,
      brand_id: BRAND.id,
      category_id: categoryId,
      pictures: JSON.stringify(pictures),
      status: 'on_sale',
      position: id,
      from_price_fen: from.fromPriceFen,
      from_member_price_fen: from.fromMemberPriceFen,
      created_at: at,
    });
  }
  for (const { id, productId, name, priceFen, memberPriceFen, position } of SKUS) {
    tables.add('sku', {
      id,
      product_id: productId,
      brand_id: BRAND.id,
      name,
      price_fen: priceFen,
      member_price_fen: memberPriceFen,
      position,
    });
    for (const storeId of [...STORES.map((store) => store.id), WAREHOUSE_ID]) {
      tables.add('stock_movement', {
        sku_id: id,
        store_id: storeId,
        quantity: PIECES,
        kind: 'adjustment',
        cause_key: `bench:${id}:${storeId}`,
        note: '到货',
        at,
      });
    }
  }
}

function welcome(tables: Tables, id: number, appId: string, at: Date): void {
  tables.add('member', {
    id,
    number: id,
    unionid: null,
    phone_sealed: null,
    phone_index: null,
    name_sealed: null,
    birthday_sealed: null,
    created_at: at,
  });
  tables.add('identity', {
    id,
    app_id: appId,
    openid: openidOf(id),
    unionid: null,
    member_id: id,
    created_at: at,
  });
  tables.add('membership', {
    id,
    member_id: id,
    brand_id: BRAND.id,
    card_no: cardNumberOf(id),
    joined_at: at,
    live_code_id: null,
    store_id: STORES[id % STORES.length]?.id ?? null,
  });
}

function earn(
  tables: Tables,
  books: Books,
  order: { id: number; memberId: number; payFen: number; discountFen: number },
  businessDay: string,
  at: Date,
): void {
  const { id: orderId, memberId, payFen, discountFen } = order;
  const points = earnedFor(payFen, POINTS_PER_YUAN_BP);
  const cause = { kind: 'order.paid', id: orderId } as const;
  tables.add('order_earning', {
    order_id: orderId,
    program_id: BRAND.programId,
    brand_id: BRAND.id,
    member_id: memberId,
    earn_rule_id: EARN_RULE_ID,
    paid_fen: payFen,
    points,
    growth: points,
    at,
  });
  for (const [unit, text] of [
    ['points', '消费获得积分'],
    ['growth', '消费获得成长值'],
  ] as const) {
    books.earn(books.open(memberId, BRAND.programId, unit), points, { ...cause, text }, at.getTime());
  }
  tables.add('member_saving', {
    member_id: memberId,
    brand_id: BRAND.id,
    order_id: orderId,
    cause_kind: cause.kind,
    cause_id: cause.id,
    rule: 'member',
    amount_fen: discountFen,
    business_day: businessDay,
    at,
  });
}
