import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { openApi } from '@/api/api';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import type { ProductSort } from '@/api/views';

export function useCategories(brandId: string | undefined) {
  return useQuery({
    queryKey: keys.categories(brandId ?? ''),
    enabled: brandId !== undefined,
    staleTime: 300_000,
    queryFn: async () =>
      (await openApi.get('/api/member/categories', { query: { brandId: brandId ?? '' } })).items,
  });
}

export interface ProductFilter {
  categoryId?: string;
  /** Words, pinyin or initials. */
  q?: string;
  sort?: ProductSort;
  inStock?: boolean;
}

export function useProducts(brandId: string | undefined, { inStock, ...filter }: ProductFilter) {
  const query = { ...filter, ...(inStock ? { inStock: 'true' as const } : {}) };
  return usePages(
    keys.products(brandId ?? '', query),
    (page) => openApi.get('/api/member/products', { query: { brandId: brandId ?? '', ...query, ...page } }),
    brandId !== undefined,
  );
}

/** Names to go on with, or what sells best while nothing is typed. */
export function useSuggestions(brandId: string, typed: string) {
  return useQuery({
    queryKey: keys.suggestions(brandId, typed),
    placeholderData: keepPreviousData,
    queryFn: async () =>
      (await openApi.get('/api/member/products/suggestions', { query: { brandId, q: typed } })).items,
  });
}

export function useRelated(productId: string) {
  return useQuery({
    queryKey: keys.related(productId),
    queryFn: async () =>
      (await openApi.get('/api/member/products/{id}/related', { path: { id: productId } })).items,
  });
}

/** One product with its SKUs and what the store at hand has of them. */
export function useProduct(id: string | undefined, storeId: string | undefined) {
  return useQuery({
    queryKey: keys.product(id ?? '', storeId),
    enabled: id !== undefined,
    placeholderData: keepPreviousData,
    queryFn: () => openApi.get('/api/member/products/{id}', { path: { id: id ?? '' }, query: { storeId } }),
  });
}
