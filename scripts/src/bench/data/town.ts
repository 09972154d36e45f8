import { SIZES } from '../sizes.js';

/**
 * The world of the benchmark as pure functions of numbers, so that loading, asking and answering agree about it
 * without telling each other.
 */
export const BRAND = { id: 1, programId: 1, name: '山前咖啡' } as const;
export const CHECK_IN_POINTS = 5;
export const FREIGHT = { freightFen: 800, freeFromFen: 9_900 } as const;

/** Enough of each SKU in each store that nothing sells out while it is measured. */
export const PIECES = 1_000_000;

export interface TownStore {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly lat: number;
  readonly lng: number;
}

/** Store codes are ten letters that nobody takes for one another. */
const LETTERS = 'ABCDEFGH';

export const STORES: readonly TownStore[] = Array.from({ length: SIZES.stores }, (_, index) => ({
  id: index + 1,
  code: `BENCHSTQR${LETTERS.charAt(index)}`,
  name: `第${index + 1}店`,
  lat: 31.2 + index / 100,
  lng: 121.4 + index / 100,
}));

export const WAREHOUSE_ID = SIZES.stores + 1;

export interface TownSku {
  readonly id: number;
  readonly productId: number;
  readonly name: string;
  readonly position: number;
  readonly priceFen: number;
  readonly memberPriceFen: number;
}

const SKU_NAMES = ['中杯', '大杯', '特大杯'];

/** Two variants of one product, three of the next. */
export const SKUS: readonly TownSku[] = Array.from(
  { length: SIZES.products },
  (_, index) => index + 1,
).flatMap((productId) => {
  const variants = 2 + (productId % 2 === 0 ? 1 : 0);
  const before = 2 * (productId - 1) + Math.floor((productId - 1) / 2);
  return SKU_NAMES.slice(0, variants).map((name, position) => {
    const priceFen = 1_800 + ((productId * 37) % 60) * 100 + position * 300;
    return {
      id: before + position + 1,
      productId,
      name,
      position,
      priceFen,
      memberPriceFen: priceFen - 300,
    };
  });
});

export const skuOf = (index: number): TownSku => SKUS[index % SKUS.length] as TownSku;

export interface TownProduct {
  readonly id: number;
  readonly categoryId: number;
  readonly name: string;
  readonly subtitle: string;
  readonly description: string;
  readonly pictures: readonly string[];
  readonly skus: readonly TownSku[];
}

export function productOf(id: number): TownProduct {
  return {
    id,
    categoryId: 1 + (id % SIZES.categories),
    name: `云南日晒 ${id} 号`,
    subtitle: '高山小粒种，入口是熟透的莓果',
    description: '产自保山潞江坝，海拔一千六百米。日晒处理，慢慢烘到中浅，留住果香和回甘。'.repeat(4),
    pictures: [1, 2, 3].map((number) => `/media/bench-${id}-${number}.png`),
    skus: SKUS.filter(({ productId }) => productId === id),
  };
}

/** Members, their identities and their memberships share their numbers. */
export const openidOf = (memberId: number): string => `o-bench-${String(memberId).padStart(20, '0')}`;

export interface TownLine {
  readonly sku: TownSku;
  readonly quantity: number;
}

/** What the customer number `index` puts in the cart: two different SKUs. */
export function cartOf(index: number): readonly [TownLine, TownLine] {
  // Both strides are coprime to the number of SKUs, so neighbours in time are not neighbours on the shelf.
  return [
    { sku: skuOf(index * 7), quantity: 1 },
    { sku: skuOf(index * 7 + 1_249), quantity: 2 },
  ];
}

export const storeOf = (index: number): TownStore => STORES[index % STORES.length] as TownStore;

export const memberOf = (index: number): number => 1 + (index % SIZES.members);
