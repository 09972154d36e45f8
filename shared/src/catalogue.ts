/** What a product is: a thing, a voucher written off in store, work done for the customer, or several of them together. */
export const PRODUCT_KINDS = ['goods', 'voucher', 'service', 'bundle'] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

export const PRODUCT_KIND_TEXT: Readonly<Record<ProductKind, string>> = {
  goods: '实物商品',
  voucher: '到店券',
  service: '服务',
  bundle: '组合套装',
};

/** Who may see and buy it. */
export const AUDIENCES = ['everyone', 'members', 'tiers'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const PRODUCT_SORTS = ['recommended', 'newest', 'sales', 'price_up', 'price_down'] as const;
export type ProductSort = (typeof PRODUCT_SORTS)[number];

export const PRODUCT_SORT_TEXT: Readonly<Record<ProductSort, string>> = {
  recommended: '推荐',
  newest: '新品',
  sales: '销量',
  price_up: '价格从低到高',
  price_down: '价格从高到低',
};

/** A category has a parent and perhaps a grandparent, and that is enough to find one's way. */
export const CATEGORY_LEVELS_MAX = 3;

export const SPEC_DIMENSIONS_MAX = 3;

export const DETAIL_KINDS = ['text', 'picture'] as const;
export type DetailKind = (typeof DETAIL_KINDS)[number];

export const TAG_IMPORT_STATUSES = ['checking', 'checked', 'applying', 'applied'] as const;
export type TagImportStatus = (typeof TAG_IMPORT_STATUSES)[number];

export interface Spec {
  readonly name: string;
  readonly values: readonly string[];
}

/** Every combination of values, the last dimension changing fastest; one empty combination when there are no specs. */
export function combinationsOf(specs: readonly Spec[]): string[][] {
  return specs.reduce<string[][]>(
    (combinations, { values }) =>
      combinations.flatMap((combination) => values.map((value) => [...combination, value])),
    [[]],
  );
}

/** Two combinations are the same when this is. */
export function combinationKey(values: readonly string[]): string {
  return JSON.stringify(values);
}

/** What a SKU is called whose combination this is. */
export function combinationName(values: readonly string[]): string {
  return values.join(' · ');
}
