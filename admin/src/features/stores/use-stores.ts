import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useBrandId } from '../../app/session';
import { allPages } from '../../api/all-pages';
import { api } from '../../api/api';
import { keys } from '../../api/keys';

/** A brand's stores come whole: there are dozens, and half the pages pick from them. */
export function useStores() {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.stores(brandId),
    queryFn: () => allPages((paging) => api.get('/api/admin/stores', { query: { brandId, ...paging } })),
  });
}

export function useStoresChanged() {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  return useCallback(
    () => queryClient.invalidateQueries({ queryKey: keys.stores(brandId) }),
    [brandId, queryClient],
  );
}
