import type { CouponState } from '@regulars/shared';
import { DAY, HOUR } from './days.js';
import type { Member } from './members.js';
import type { Brand } from './shop.js';
import type { World } from './world.js';

const EVERYTHING = JSON.stringify({ productIds: [], categoryIds: [] });

/** What makes prices today: a brand day, spending to save, a flash sale, points that pay. Orders of the past knew none of it. */
export function openPromotions(world: World): void {
  const { tables, shop, days } = world;
  const now = days.now;
  for (const program of new Set(Object.values(shop).map((brand) => brand.program))) {
    tables.add('points_rule', {
      program_id: program.id,
      enabled: 1,
      points_per_yuan: 100,
      min_points: 100,
      max_points: 5000,
      max_rate_bp: 3000,
      with_coupons: 1,
      updated_at: now,
    });
  }
  const promotion = (
    brand: Brand,
    row: Partial<PromotionRow> & Pick<PromotionRow, 'kind' | 'name' | 'terms'>,
  ) =>
    tables.add('promotion', {
      id: tables.nextId('promotion'),
      brand_id: brand.id,
      status: 'active',
      starts_at: new Date(now.getTime() - 7 * DAY),
      ends_at: null,
      rrule: null,
      per_person: null,
      coupons: 1,
      points: 1,
      created_at: now,
      updated_at: now,
      ...row,
    });
  const { coffee, care } = shop;
  promotion(coffee, {
    kind: 'time-price',
    name: '周四烘焙日',
    rrule: 'FREQ=WEEKLY;BYDAY=TH',
    per_person: 2,
    terms: JSON.stringify({ items: [{ skuId: skuOf(coffee, '肉桂卷').id, priceFen: 990, quota: null }] }),
  });
  promotion(coffee, {
    kind: 'time-price',
    name: '豆子快闪',
    per_person: 1,
    ends_at: new Date(now.getTime() + 30 * DAY),
    coupons: 0,
    terms: JSON.stringify({ items: [{ skuId: skuOf(coffee, '云南日晒豆').id, priceFen: 4900, quota: 100 }] }),
  });
  promotion(coffee, {
    kind: 'spend-and-save',
    name: '分享满减',
    terms: JSON.stringify({
      scope: { productIds: [], categoryIds: [] },
      tiers: [
        { fromFen: 10_000, offFen: 1000 },
        { fromFen: 20_000, offFen: 2500 },
      ],
    }),
  });
  promotion(care, {
    kind: 'spend-and-save',
    name: '换季满减',
    terms: JSON.stringify({
      scope: { productIds: [], categoryIds: [] },
      tiers: [{ fromFen: 30_000, offFen: 3000 }],
    }),
  });
}

interface PromotionRow {
  kind: string;
  name: string;
  terms: string;
  rrule: string | null;
  per_person: number | null;
  ends_at: Date | null;
  coupons: number;
}

/** Coupons to claim, and some in the drawer of the customer by name: usable, used at the counter, ended. */
export function openCoupons({ tables, shop: { coffee }, days }: World, customer: Member): void {
  const now = days.now;
  const template = (row: { name: string; description: string } & Partial<TemplateRow>): number => {
    const id = tables.nextId('coupon_template');
    tables.add('coupon_template', {
      id,
      brand_id: coffee.id,
      status: 'active',
      kind: 'amount',
      off_fen: null,
      rate_bp: null,
      cap_fen: null,
      from_fen: 0,
      scope: EVERYTHING,
      channels: JSON.stringify(['miniapp', 'store']),
      store_ids: '[]',
      with_promotions: 1,
      valid_days: 30,
      quota: null,
      issued: 0,
      per_person: 3,
      claimable: 1,
      transferable: 1,
      staff_daily: null,
      on_refund: 'return',
      created_at: new Date(now.getTime() - 60 * DAY),
      ...row,
    });
    return id;
  };
  const save = template({
    name: '满 60 减 8',
    description: '约上朋友，一起喝。',
    off_fen: 800,
    from_fen: 6000,
    issued: 3,
  });
  template({
    name: '豆子 8.8 折',
    description: '最多减 20 元。',
    kind: 'percent',
    rate_bp: 8800,
    cap_fen: 2000,
    from_fen: 8000,
    quota: 500,
    per_person: 1,
  });
  template({
    name: '店长请你吃可颂',
    description: '到店送上的一点心意。',
    kind: 'exchange',
    scope: JSON.stringify({ productIds: [skuOf(coffee, '海盐可颂').productId], categoryIds: [] }),
    claimable: 0,
    transferable: 0,
    staff_daily: 5,
  });
  const states: [CouponState, code: string, validTo: number, usedAt: number | null][] = [
    ['available', 'QYSTART2YOU2', 20 * DAY, null],
    ['used', 'QYUSEDATBAR2', 5 * DAY, -3 * DAY],
    ['expired', 'QYENDEDLAST2', -5 * DAY, null],
  ];
  for (const [state, code, validTo, usedAt] of states) {
    tables.add('coupon', {
      template_id: save,
      brand_id: coffee.id,
      member_id: customer.id,
      first_member_id: customer.id,
      state,
      source: 'claim',
      code,
      valid_from: new Date(now.getTime() - 30 * DAY),
      valid_to: new Date(now.getTime() + validTo),
      used_at: usedAt === null ? null : new Date(now.getTime() + usedAt),
      used_store_id: usedAt === null ? null : (coffee.stores[0]?.id ?? null),
      created_at: new Date(now.getTime() - 30 * DAY - HOUR),
    });
  }
  tables.add('coupon_share', { template_id: save, member_id: customer.id, taken: states.length });
}

interface TemplateRow {
  kind: string;
  off_fen: number;
  rate_bp: number;
  cap_fen: number;
  from_fen: number;
  scope: string;
  quota: number;
  issued: number;
  per_person: number;
  claimable: number;
  transferable: number;
  staff_daily: number;
}

function skuOf(brand: Brand, name: string) {
  const sku = brand.skus.find(({ title }) => title.startsWith(name));
  if (!sku) {
    throw new Error(`${brand.seed.name} does not sell ${name}`);
  }
  return sku;
}
