import type { ProductKind } from '@regulars/shared';

/** Pieces of a SKU. */
export interface Pieces {
  readonly skuId: number;
  readonly quantity: number;
}

export interface Sellable {
  readonly id: number;
  readonly kind: ProductKind;
  /** Of a bundle: what of it is counted in stock. */
  readonly components: readonly Pieces[];
}

/** What is not counted can be had, in any quantity that an order may ask for. */
export const UNCOUNTED = 9999;

/** What one piece takes out of stock: itself, the parts of a bundle, and nothing for a voucher or a service. */
export function piecesOfOne({ id, kind, components }: Sellable): readonly Pieces[] {
  switch (kind) {
    case 'goods':
      return [{ skuId: id, quantity: 1 }];
    case 'bundle':
      return components;
    case 'voucher':
    case 'service':
      return [];
  }
}

/** What a cart takes out of stock, each SKU once. */
export function piecesOf(lines: readonly { sku: Sellable; quantity: number }[]): Pieces[] {
  const total = new Map<number, number>();
  for (const { sku, quantity } of lines) {
    for (const part of piecesOfOne(sku)) {
      total.set(part.skuId, (total.get(part.skuId) ?? 0) + part.quantity * quantity);
    }
  }
  return [...total].map(([skuId, quantity]) => ({ skuId, quantity }));
}

/** How many can be ordered, with so many left of what is counted. */
export function availableOf(sku: Sellable, left: (skuId: number) => number): number {
  const counts = piecesOfOne(sku).map(({ skuId, quantity }) =>
    Math.floor(Math.max(left(skuId), 0) / quantity),
  );
  return Math.min(UNCOUNTED, ...counts);
}
