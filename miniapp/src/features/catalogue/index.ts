export { Prices } from './Prices';
export { ProductRow } from './ProductRow';
export { firstAvailable, SkuSheet, stockText } from './SkuSheet';
export { useCategories, useProduct, useProducts } from './use-catalogue';
