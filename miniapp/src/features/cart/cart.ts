import { formatFen } from '@regulars/shared';
import type { CartLineView, ProductView, SkuView } from '@/api/views';

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

/** A wish as the cart shows it, wherever it is kept. */
export interface ShownLine extends CartLine {
  selected: boolean;
  /** What one piece cost when it was put in. */
  thenFen: number;
  /** Why it cannot be ordered as it is; null when it can. */
  problemText: string | null;
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

export function shownLine(line: CartLine | CartLineView): ShownLine {
  if (!('then' in line)) {
    return { ...line, selected: true, thenFen: line.priceFen, problemText: null };
  }
  const thenFen = line.then.memberPriceFen ?? line.then.priceFen;
  return {
    skuId: line.skuId,
    productId: line.productId,
    name: line.name,
    skuName: '',
    pictureUrl: line.pictureUrl,
    priceFen: line.now ? (line.now.memberPriceFen ?? line.now.priceFen) : thenFen,
    quantity: line.quantity,
    selected: line.selected,
    thenFen,
    problemText: line.problemText,
  };
}

/** What became of the price since it was put in. */
export function priceChange({ thenFen, priceFen }: ShownLine): string | undefined {
  if (priceFen === thenFen) {
    return undefined;
  }
  return priceFen < thenFen
    ? `比放进来时便宜了 ${formatFen(thenFen - priceFen)}`
    : `比放进来时贵了 ${formatFen(priceFen - thenFen)}`;
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

export function countOf(lines: readonly { readonly quantity: number }[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

export function rememberedFen(
  lines: readonly { readonly quantity: number; readonly priceFen: number }[],
): number {
  return lines.reduce((sum, { quantity, priceFen }) => sum + quantity * priceFen, 0);
}
