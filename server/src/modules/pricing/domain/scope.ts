/** Which goods a rule is about. Nothing named: all of them. */
export interface Scope {
  readonly productIds: readonly number[];
  readonly categoryIds: readonly number[];
}

export const EVERYTHING: Scope = { productIds: [], categoryIds: [] };

export function isInScope(
  { productIds, categoryIds }: Scope,
  goods: { readonly productId: number; readonly categoryIds: readonly number[] },
): boolean {
  const unlimited = productIds.length === 0 && categoryIds.length === 0;
  return (
    unlimited ||
    productIds.includes(goods.productId) ||
    goods.categoryIds.some((categoryId) => categoryIds.includes(categoryId))
  );
}
