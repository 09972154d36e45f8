import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { useKeysetList } from '../../ui/use-keyset-list';

export function useStock(storeId: string) {
  const brandId = useBrandId();
  return useKeysetList(keys.stock(brandId, storeId), (paging) =>
    api.get('/api/admin/stock', { query: { brandId, storeId, ...paging } }),
  );
}

export function useStockChanged() {
  const queryClient = useQueryClient();
  return useCallback(() => queryClient.invalidateQueries({ queryKey: ['stock'] }), [queryClient]);
}
