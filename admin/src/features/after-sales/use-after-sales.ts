import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import type { AfterSaleQueue } from '../../api/types';
import { useKeysetList } from '../../ui/use-keyset-list';

export function useAfterSales(queue: AfterSaleQueue) {
  const brandId = useBrandId();
  return useKeysetList(keys.afterSales(brandId, { queue }), (paging) =>
    api.get('/api/admin/after-sales', { query: { brandId, queue, ...paging } }),
  );
}

export function useAfterSale(id: string) {
  return useQuery({
    queryKey: keys.afterSale(id),
    queryFn: () => api.get('/api/admin/after-sales/{id}', { path: { id } }),
  });
}

export function useAfterSaleChanged() {
  const queryClient = useQueryClient();
  return useCallback(async () => {
    const touched = ['after-sales', 'orders', 'stock', 'members'];
    await Promise.all(touched.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
  }, [queryClient]);
}
