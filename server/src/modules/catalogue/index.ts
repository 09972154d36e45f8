export { CatalogueModule } from './catalogue.module.js';
export { ProductLookup, type ShelfRequest } from './product-lookup.js';
export type { SkuOnSale, SkuRow } from './catalogue.repository.js';
export {
  CategoryListView,
  ProductCardPage,
  ProductView,
  toCategoryView,
  toProductCardView,
  toProductView,
} from './catalogue.view.js';
export { BrandQuery, ShelfQuery, StockedAtQuery } from './catalogue.dto.js';
