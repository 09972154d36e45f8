import { CARE_CATEGORIES, CARE_PRODUCTS } from './products-care.js';
import { COFFEE_CATEGORIES, COFFEE_PRODUCTS } from './products-coffee.js';
import { EYEWEAR_CATEGORIES, EYEWEAR_PRODUCTS } from './products-eyewear.js';
import type { BrandKey, ProductSeed } from './types.js';

export const CATEGORIES: Record<BrandKey, string[]> = {
  coffee: COFFEE_CATEGORIES,
  care: CARE_CATEGORIES,
  eyewear: EYEWEAR_CATEGORIES,
};

export const PRODUCTS: ProductSeed[] = [...COFFEE_PRODUCTS, ...CARE_PRODUCTS, ...EYEWEAR_PRODUCTS];
