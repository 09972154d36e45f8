export { CategoryRail } from './CategoryRail';
export { Details } from './Details';
export { Prices } from './Prices';
export { ProductRow } from './ProductRow';
export { Related } from './Related';
export { forgetSearches, rememberSearch, searchHistory } from './search-history';
export { firstAvailable, SkuSheet, stockText } from './SkuSheet';
export { AS_RECOMMENDED, SortBar } from './SortBar';
export { useCategories, useProduct, useProducts, useSuggestions, type ProductFilter } from './use-catalogue';
