import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import type { Product, ProductStatus } from '../../api/types';
import { useKeysetList } from '../../ui/use-keyset-list';

export interface ProductFilter {
  status?: ProductStatus;
}

export function useCategories() {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.categories(brandId),
    queryFn: () => api.get('/api/admin/categories', { query: { brandId } }),
  });
}

export function useProducts(filter: ProductFilter) {
  const brandId = useBrandId();
  return useKeysetList(keys.products(brandId, filter), (paging) =>
    api.get('/api/admin/products', { query: { brandId, ...filter, ...paging } }),
  );
}

export function useProduct(id: string) {
  return useQuery({
    queryKey: keys.product(id),
    queryFn: () => api.get('/api/admin/products/{id}', { path: { id } }),
  });
}

export function useProductChanged() {
  const queryClient = useQueryClient();
  return useCallback(
    async (product: Product) => {
      queryClient.setQueryData(keys.product(product.id), product);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['products'] }),
        queryClient.invalidateQueries({ queryKey: ['stock'] }),
      ]);
    },
    [queryClient],
  );
}
