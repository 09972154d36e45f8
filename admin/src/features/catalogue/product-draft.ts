import { fenToYuan, yuanToFen } from '@regulars/shared';
import type { Product, ProductInput, ProductStatus, Sku, SkuInput } from '../../api/types';
import { fieldPath, type FieldPath } from '../../ui/problems';
import { wholeOf } from '../../ui/rules';

/** A SKU as it is typed: amounts are yuan as text, never numbers with a point. */
export interface SkuDraft {
  id?: string;
  name: string;
  price: string;
  memberPrice: string;
}

export interface ProductDraft extends Omit<ProductInput, 'skus' | 'position'> {
  position: string;
  skus: SkuDraft[];
}

/** In the order of a product's life. */
export const PRODUCT_STATUSES = ['draft', 'on_sale', 'archived'] as const satisfies readonly ProductStatus[];

export const NEW_SKU: SkuDraft = { name: '', price: '', memberPrice: '' };

export function newProduct(categoryId = ''): ProductDraft {
  return {
    categoryId,
    name: '',
    subtitle: '',
    description: '',
    pictures: [],
    status: 'draft',
    position: '0',
    skus: [NEW_SKU],
  };
}

export function draftOfProduct(product: Product): ProductDraft {
  const { categoryId, name, subtitle, description, pictures, status } = product;
  return {
    ...{ categoryId, name, subtitle, description, pictures, status },
    position: String(product.position),
    skus: product.skus.map(draftOfSku),
  };
}

export function productInput(draft: ProductDraft): ProductInput {
  return { ...draft, position: wholeOf(draft.position) ?? 0, skus: draft.skus.map(skuInput) };
}

function draftOfSku({ id, name, priceFen, memberPriceFen }: Sku): SkuDraft {
  return {
    id,
    name,
    price: fenToYuan(priceFen),
    memberPrice: memberPriceFen === null ? '' : fenToYuan(memberPriceFen),
  };
}

function skuInput({ id, name, price, memberPrice }: SkuDraft): SkuInput {
  return {
    ...(id === undefined ? {} : { id }),
    name: name.trim(),
    priceFen: checkedFen(price),
    memberPriceFen: memberPrice.trim() === '' ? null : checkedFen(memberPrice),
  };
}

function checkedFen(text: string): number {
  const fen = yuanToFen(text);
  if (fen === undefined) {
    throw new RangeError(`Not an amount: ${text}`);
  }
  return fen;
}

/** A member price above the price would be no favour; texts that are no amounts are for other rules to refuse. */
export function isMemberPriceFair(price: string, memberPrice: string): boolean {
  const [priceFen, memberPriceFen] = [yuanToFen(price), yuanToFen(memberPrice)];
  return priceFen === undefined || memberPriceFen === undefined || memberPriceFen <= priceFen;
}

/** Where the form shows what the server says about a field of the request. */
export function productField(field: string): FieldPath {
  const names: Record<string, string> = { priceFen: 'price', memberPriceFen: 'memberPrice' };
  return fieldPath(field).map((part) => names[part] ?? part);
}
