import { storedValue } from '@/platform/stored-value';
import { withLine, withQuantity, type CartLine } from './cart';

// One cart per brand: brands ship and hand over apart.
const carts = storedValue<Record<string, CartLine[]>>('carts', {});
const NOTHING: CartLine[] = [];

interface Cart {
  lines: readonly CartLine[];
  add: (line: CartLine) => void;
  setQuantity: (skuId: string, quantity: number) => void;
  /** Takes out what was ordered. */
  remove: (skuIds: readonly string[]) => void;
}

export function useCart(brandId: string | undefined): Cart {
  const lines = carts.use()[brandId ?? ''] ?? NOTHING;
  const change = (next: (lines: readonly CartLine[]) => CartLine[]) => {
    if (brandId !== undefined) {
      carts.set({ ...carts.get(), [brandId]: next(carts.get()[brandId] ?? NOTHING) });
    }
  };
  return {
    lines,
    add: (line) => change((current) => withLine(current, line)),
    setQuantity: (skuId, quantity) => change((current) => withQuantity(current, skuId, quantity)),
    remove: (skuIds) => change((current) => current.filter(({ skuId }) => !skuIds.includes(skuId))),
  };
}
