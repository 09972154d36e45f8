export { CatalogueModule } from './catalogue.module.js';
export { ProductLookup, type ShelfRequest, type SkuName } from './product-lookup.js';
export { PASSER_BY, type Shopper } from './domain/shopper.js';
export type { ProductCardRow, SkuOnSale, SkuRef, SkuRow, StockCondition } from './catalogue.repository.js';
export { isFor } from './domain/audience.js';
export { availableOf, piecesOf, piecesOfOne, type Pieces, type Sellable } from './domain/sellable.js';
export { wordsOf } from './domain/search-terms.js';
export { CountSales } from './listing/count-sales.js';
export { RelatedProducts } from './listing/related-products.js';
export { SuggestProducts } from './search/suggest-products.js';
export { GoodsTags } from './tags/goods-tags.js';
export {
  CategoryListView,
  ProductCardPage,
  ProductView,
  RelatedProductsView,
  SuggestionsView,
  TagDimensionListView,
  toCategoryView,
  toDimensionView,
  toProductCardView,
  toProductView,
} from './catalogue.view.js';
export { BrandQuery, ShelfQuery, StockedAtQuery, SuggestionsQuery } from './catalogue.dto.js';
