import { fenToYuan, yuanToFen } from '@regulars/shared';
import type { Product, ProductInput, ProductStatus, Sku, SkuInput } from '../../api/types';
import { fieldPath, type FieldPath } from '../../ui/problems';
import { wholeOf } from '../../ui/rules';

/** A SKU as it is typed: amounts are yuan as text, never numbers with a point. */
export interface SkuDraft {
  id?: string;
  name: string;
  spec: string[];
  price: string;
  memberPrice: string;
  weight: string;
  components: Sku['components'];
}

export interface ProductDraft extends Omit<ProductInput, 'skus' | 'position'> {
  position: string;
  skus: SkuDraft[];
}

/** In the order of a product's life. */
export const PRODUCT_STATUSES = ['draft', 'on_sale', 'archived'] as const satisfies readonly ProductStatus[];

export const NEW_SKU: SkuDraft = {
  name: '',
  spec: [],
  price: '',
  memberPrice: '',
  weight: '0',
  components: [],
};

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
    kind: 'goods',
    details: [],
    specs: [],
    tagIds: [],
    soldOnline: true,
    soldInStore: true,
    audience: 'everyone',
    tierLevels: [],
    listAt: null,
    delistAt: null,
    voucher: null,
  };
}

export function draftOfProduct(product: Product): ProductDraft {
  const { id: _id, brandId: _brandId, priceFen: _priceFen, ...fields } = product;
  return {
    ...fields,
    position: String(product.position),
    listAt: localOf(product.listAt),
    delistAt: localOf(product.delistAt),
    skus: product.skus.map(draftOfSku),
  };
}

export function productInput(draft: ProductDraft): ProductInput {
  return {
    ...draft,
    position: wholeOf(draft.position) ?? 0,
    tierLevels: draft.audience === 'tiers' ? draft.tierLevels : [],
    listAt: instantOf(draft.listAt),
    delistAt: instantOf(draft.delistAt),
    skus: draft.skus.map(skuInput),
  };
}

/** As the field for day and time writes it, in the time of this computer. */
function localOf(instant: string | null): string | null {
  if (instant === null) {
    return null;
  }
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function instantOf(local: string | null | undefined): string | null {
  return local ? new Date(local).toISOString() : null;
}

function draftOfSku({ id, name, spec, priceFen, memberPriceFen, weightG, components }: Sku): SkuDraft {
  return {
    id,
    name,
    spec,
    weight: String(weightG),
    components,
    price: fenToYuan(priceFen),
    memberPrice: memberPriceFen === null ? '' : fenToYuan(memberPriceFen),
  };
}

function skuInput({ id, name, spec, price, memberPrice, weight, components }: SkuDraft): SkuInput {
  return {
    ...(id === undefined ? {} : { id }),
    name: name.trim(),
    spec,
    weightG: wholeOf(weight) ?? 0,
    components,
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
  const names: Record<string, string> = {
    priceFen: 'price',
    memberPriceFen: 'memberPrice',
    weightG: 'weight',
  };
  return fieldPath(field).map((part) => names[part] ?? part);
}
