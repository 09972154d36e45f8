import type { ProductView, SkuView } from '@/api/views';

/** A wish kept on the phone. Its price is only a memory: what counts is the quote. */
export interface CartLine {
  skuId: string;
  productId: string;
  name: string;
  skuName: string;
  pictureUrl: string;
  priceFen: number;
  quantity: number;
}

export const MAX_QUANTITY = 99;

export function lineOf(product: ProductView, sku: SkuView, quantity: number): CartLine {
  return {
    skuId: sku.id,
    productId: product.id,
    name: product.name,
    skuName: sku.name,
    pictureUrl: product.pictureUrl,
    priceFen: sku.priceFen,
    quantity,
  };
}

/** The newest wish first; the same thing twice is one line. */
export function withLine(lines: readonly CartLine[], added: CartLine): CartLine[] {
  const known = lines.find(({ skuId }) => skuId === added.skuId);
  if (!known) {
    return [added, ...lines];
  }
  const quantity = Math.min(known.quantity + added.quantity, MAX_QUANTITY);
  return lines.map((line) => (line === known ? { ...added, quantity } : line));
}

/** Zero takes the line out. */
export function withQuantity(lines: readonly CartLine[], skuId: string, quantity: number): CartLine[] {
  return lines.flatMap((line) => {
    if (line.skuId !== skuId) {
      return [line];
    }
    return quantity > 0 ? [{ ...line, quantity: Math.min(quantity, MAX_QUANTITY) }] : [];
  });
}

export function countOf(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

export function rememberedFen(lines: readonly CartLine[]): number {
  return lines.reduce((sum, { quantity, priceFen }) => sum + quantity * priceFen, 0);
}
