import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useBrandId } from '../../app/session';
import { allPages } from '../../api/all-pages';
import { api } from '../../api/api';
import { keys } from '../../api/keys';

/** The codes that may lead to a store: its own, and those of the whole brand. */
export function useLiveCodes(storeId: string) {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.liveCodes(brandId, storeId),
    queryFn: () =>
      allPages((paging) => api.get('/api/admin/live-codes', { query: { brandId, storeId, ...paging } })),
  });
}

export function useLiveCodesChanged() {
  const queryClient = useQueryClient();
  return useCallback(() => queryClient.invalidateQueries({ queryKey: ['live-codes'] }), [queryClient]);
}
