import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { openApi } from '@/api/api';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';

export function useCategories(brandId: string | undefined) {
  return useQuery({
    queryKey: keys.categories(brandId ?? ''),
    enabled: brandId !== undefined,
    staleTime: 300_000,
    queryFn: async () =>
      (await openApi.get('/api/member/categories', { query: { brandId: brandId ?? '' } })).items,
  });
}

export function useProducts(brandId: string | undefined, categoryId: string | undefined) {
  return usePages(
    keys.products(brandId ?? '', categoryId),
    (page) => openApi.get('/api/member/products', { query: { brandId: brandId ?? '', categoryId, ...page } }),
    brandId !== undefined,
  );
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
