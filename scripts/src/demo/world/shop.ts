import { LIVE_CODE_EXITS } from '@regulars/shared';
import { fromPrices } from '@regulars/server/modules/catalogue/domain/from-prices';
import { toMinute } from '@regulars/server/modules/org/domain/opening-hours';
import type { FreightRule } from '@regulars/server/modules/pricing/domain/quote';
import { pictureFile, type PictureName } from '../../art/pictures.js';
import type { Tables } from '../load/tables.js';
import { Weighted } from '../random.js';
import { BRANDS, PROGRAMS } from '../shop/brands.js';
import { BRAND_CODES, STORE_CODES, type StoreCodeSeed } from '../shop/live-codes.js';
import { CATEGORIES, PRODUCTS } from '../shop/products.js';
import { REWARDS } from '../shop/rewards.js';
import { STORES } from '../shop/stores.js';
import type {
  BrandKey,
  BrandSeed,
  ProductSeed,
  ProgramKey,
  ProgramSeed,
  RewardSeed,
  StoreSeed,
} from '../shop/types.js';
import { liveCode, storeCode } from './codes.js';

export interface Program {
  readonly id: number;
  readonly earnRuleId: number;
  readonly seed: ProgramSeed;
}

export interface Store {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly seed: StoreSeed;
  readonly opensMinute: number;
  readonly closesMinute: number;
  /** Who works here; filled when they are hired. */
  readonly staffIds: number[];
}

export interface LiveCode {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly channel: StoreCodeSeed['channel'];
  readonly share: number;
  /** Absent for a code that finds the nearest store. */
  readonly store?: Store;
}

export interface Sku {
  readonly id: number;
  readonly productId: number;
  /** Product and variant, as orders name it. */
  readonly title: string;
  readonly pictureUrl: string;
  readonly priceFen: number;
  readonly memberPriceFen: number | null;
  readonly sold: ProductSeed['sold'];
  readonly share: number;
}

export interface Reward {
  readonly id: number;
  readonly pictureUrl: string;
  readonly seed: RewardSeed;
}

export interface Brand {
  readonly id: number;
  readonly key: BrandKey;
  readonly seed: BrandSeed;
  readonly program: Program;
  readonly stores: Store[];
  readonly warehouseId: number;
  readonly freight: FreightRule;
  readonly codes: LiveCode[];
  readonly skus: Sku[];
  readonly rewards: Reward[];
  readonly anySku: Weighted<Sku>;
  readonly shelfSku: Weighted<Sku>;
  readonly anyStore: Weighted<Store>;
  readonly anyCode: Weighted<LiveCode>;
}

export type Shop = Readonly<Record<BrandKey, Brand>>;

const FREIGHT: Record<BrandKey, FreightRule> = {
  coffee: { freightFen: 800, freeFromFen: 9900 },
  care: { freightFen: 800, freeFromFen: 12_800 },
  eyewear: { freightFen: 1000, freeFromFen: 19_900 },
};

const WAREHOUSES: Record<BrandKey, { name: string; address: string; lat: number; lng: number }> = {
  coffee: { name: '晴檐松江仓', address: '松江区九亭大街近涞亭南路', lat: 31.13, lng: 121.32 },
  care: { name: '蘅野余杭仓', address: '余杭区良渚大道近古墩路', lat: 30.37, lng: 120.05 },
  eyewear: { name: '明里嘉定仓', address: '嘉定区曹安公路近春浓路', lat: 31.27, lng: 121.23 },
};

export const pictureUrl = (name: PictureName): string => `/media/${pictureFile(name)}`;

/** Opens the group: programs, brands, stores, codes, shelf. Everything here existed before the first customer came. */
export function openShop(tables: Tables, openedAt: Date): Shop {
  const programs = Object.fromEntries(
    PROGRAMS.map((seed) => [seed.key, openProgram(tables, seed, openedAt)]),
  ) as Record<ProgramKey, Program>;
  const brands = BRANDS.map((seed, position) => [
    seed.key,
    openBrand(tables, seed, position, programs[seed.program], openedAt),
  ]);
  return Object.fromEntries(brands) as Shop;
}

function openProgram(tables: Tables, seed: ProgramSeed, openedAt: Date): Program {
  const id = tables.nextId('program');
  const earnRuleId = tables.nextId('earn_rule');
  tables.add('program', { id, name: seed.name, created_at: openedAt });
  tables.add('earn_rule', {
    id: earnRuleId,
    program_id: id,
    version: 1,
    points_per_yuan_bp: seed.pointsPerYuanBp,
    growth_per_yuan_bp: seed.growthPerYuanBp,
    check_in_points: seed.checkInPoints,
    valid_from: openedAt,
  });
  for (const tier of seed.tiers) {
    tables.add('tier', {
      program_id: id,
      level: tier.level,
      name: tier.name,
      growth_from: tier.growthFrom,
      member_price: tier.memberPrice,
      benefits: JSON.stringify(tier.benefits),
    });
  }
  return { id, earnRuleId, seed };
}

function openBrand(
  tables: Tables,
  seed: BrandSeed,
  position: number,
  program: Program,
  openedAt: Date,
): Brand {
  const { key } = seed;
  const id = tables.nextId('brand');
  const { avatar, portrait, ...persona } = seed.persona;
  tables.add('brand', {
    id,
    program_id: program.id,
    position,
    name: seed.name,
    slogan: seed.slogan,
    industry: seed.industry,
    logo_url: pictureUrl(seed.logo),
    cover_url: pictureUrl(seed.cover),
    theme: JSON.stringify({ primary: seed.primary }),
    persona: JSON.stringify({ ...persona, avatarUrl: pictureUrl(avatar), portraitUrl: pictureUrl(portrait) }),
    created_at: openedAt,
  });
  tables.add('freight_rule', {
    brand_id: id,
    freight_fen: FREIGHT[key].freightFen,
    free_from_fen: FREIGHT[key].freeFromFen,
  });
  const stores = STORES.filter(({ brand }) => brand === key).map((store) =>
    openStore(tables, id, seed.name, store, openedAt),
  );
  const codes = hangCodes(tables, { id, key }, stores, openedAt);
  const skus = fillShelf(tables, { id, key }, openedAt);
  return {
    id,
    key,
    seed,
    program,
    stores,
    warehouseId: openWarehouse(tables, id, key, openedAt),
    freight: FREIGHT[key],
    codes,
    skus,
    rewards: REWARDS.filter(({ brand }) => brand === key).map((reward) => offerReward(tables, reward)),
    anySku: new Weighted(skus, ({ share }) => share),
    shelfSku: new Weighted(
      skus.filter(({ sold }) => sold === 'shelf'),
      ({ share }) => share,
    ),
    anyStore: new Weighted(stores, (store) => store.seed.traffic),
    anyCode: new Weighted(codes, ({ share }) => share),
  };
}

function openStore(
  tables: Tables,
  brandId: number,
  brandName: string,
  seed: StoreSeed,
  openedAt: Date,
): Store {
  const id = tables.nextId('store');
  const name = `${brandName}${seed.name}`;
  const code = storeCode(name);
  const [opensMinute, closesMinute] = [toMinute(seed.opensAt), toMinute(seed.closesAt)];
  addStore(tables, {
    id,
    brandId,
    code,
    kind: 'store',
    name: seed.name,
    place: seed,
    // The coffee house trusts whoever stands before its printed code; the others want to know that they are near.
    checkInLocation: seed.brand === 'coffee' ? 'soft' : 'required',
    opensMinute,
    closesMinute,
    openedAt,
  });
  return { id, code, name: seed.name, seed, opensMinute, closesMinute, staffIds: [] };
}

function openWarehouse(tables: Tables, brandId: number, key: BrandKey, openedAt: Date): number {
  const id = tables.nextId('store');
  const { name, ...place } = WAREHOUSES[key];
  const city = key === 'care' ? '杭州' : '上海';
  const hours = { opensMinute: toMinute('08:00'), closesMinute: toMinute('20:00') };
  addStore(tables, {
    id,
    brandId,
    code: storeCode(name),
    kind: 'warehouse',
    name,
    place: { ...place, city },
    checkInLocation: 'required',
    ...hours,
    openedAt,
  });
  return id;
}

interface StoreRow {
  id: number;
  brandId: number;
  code: string;
  kind: 'store' | 'warehouse';
  name: string;
  place: { city: string; address: string; lat: number; lng: number };
  checkInLocation: 'required' | 'soft';
  opensMinute: number;
  closesMinute: number;
  openedAt: Date;
}

function addStore(
  tables: Tables,
  { id, brandId, code, kind, name, place, checkInLocation, opensMinute, closesMinute, openedAt }: StoreRow,
): void {
  tables.add('store', {
    id,
    brand_id: brandId,
    code,
    kind,
    name,
    city: place.city,
    address: place.address,
    lat: place.lat,
    lng: place.lng,
    check_in_location: checkInLocation,
    opens_minute: opensMinute,
    closes_minute: closesMinute,
    // No line in China begins with 0000 behind its area code.
    phone: `${AREA_CODES[place.city] ?? '021'}-0000${String(1000 + id)}`,
    created_at: openedAt,
  });
}

const AREA_CODES: Record<string, string> = { 上海: '021', 杭州: '0571', 成都: '028' };

/** Near enough to walk or ride to, for codes that look for the nearest store. */
const NEARBY_M = 30_000;

function hangCodes(
  tables: Tables,
  brand: { id: number; key: BrandKey },
  stores: Store[],
  openedAt: Date,
): LiveCode[] {
  const hang = (seed: StoreCodeSeed, name: string, share: number, store?: Store): LiveCode => {
    const id = tables.nextId('live_code');
    const code = liveCode(`${brand.key}:${name}`);
    tables.add('live_code', {
      id,
      brand_id: brand.id,
      code,
      name,
      channel: seed.channel,
      promise: seed.promise,
      exits: JSON.stringify(LIVE_CODE_EXITS),
      status: 'active',
      radius_m: store ? null : NEARBY_M,
      default_store_id: store?.id ?? stores[0]?.id ?? null,
      created_at: openedAt,
    });
    if (store) {
      tables.add('live_code_store', { live_code_id: id, store_id: store.id });
    }
    return { id, code, name, channel: seed.channel, share, store };
  };
  const inStores = stores.flatMap((store) =>
    STORE_CODES[brand.key].map((seed) =>
      hang(seed, `${store.name}${seed.name}`, seed.share * store.seed.traffic, store),
    ),
  );
  return [...inStores, ...BRAND_CODES[brand.key].map((seed) => hang(seed, seed.name, seed.share))];
}

function fillShelf(tables: Tables, brand: { id: number; key: BrandKey }, openedAt: Date): Sku[] {
  const categoryIds = new Map(
    CATEGORIES[brand.key].map((name, position) => {
      const id = tables.nextId('category');
      tables.add('category', { id, brand_id: brand.id, name, position });
      return [name, id];
    }),
  );
  return PRODUCTS.filter((product) => product.brand === brand.key).flatMap((product, position) =>
    addProduct(tables, brand.id, product, {
      categoryId: categoryIds.get(product.category),
      position,
      openedAt,
    }),
  );
}

function addProduct(
  tables: Tables,
  brandId: number,
  product: ProductSeed,
  { categoryId, position, openedAt }: { categoryId: number | undefined; position: number; openedAt: Date },
): Sku[] {
  if (categoryId === undefined) {
    throw new Error(`${product.name} is in ${product.category}, which its brand does not have`);
  }
  const productId = tables.nextId('product');
  const picture = pictureUrl(product.picture);
  const { fromPriceFen, fromMemberPriceFen } = fromPrices(product.skus);
  tables.add('product', {
    id: productId,
    brand_id: brandId,
    category_id: categoryId,
    name: product.name,
    subtitle: product.subtitle,
    description: product.description,
    pictures: JSON.stringify([picture]),
    status: 'on_sale',
    position,
    from_price_fen: fromPriceFen,
    from_member_price_fen: fromMemberPriceFen,
    created_at: openedAt,
  });
  const shares = product.skus.reduce((sum, { share }) => sum + share, 0);
  return product.skus.map((sku, index) => {
    const id = tables.nextId('sku');
    tables.add('sku', {
      id,
      product_id: productId,
      brand_id: brandId,
      name: sku.name,
      price_fen: sku.priceFen,
      member_price_fen: sku.memberPriceFen,
      position: index,
    });
    return {
      id,
      productId,
      title: `${product.name} ${sku.name}`,
      pictureUrl: picture,
      priceFen: sku.priceFen,
      memberPriceFen: sku.memberPriceFen,
      sold: product.sold,
      share: (product.share * sku.share) / shares,
    };
  });
}

/** Rewards are written at the end, with what is left of them. */
function offerReward(tables: Tables, seed: RewardSeed): Reward {
  return { id: tables.nextId('reward'), pictureUrl: pictureUrl(seed.picture), seed };
}
