import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';

export function useTags() {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.tags(brandId),
    queryFn: () => api.get('/api/admin/tags', { query: { brandId } }),
  });
}

/** Conditions of segments name tags too. */
export function useTagsChanged() {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.tags(brandId) }),
      queryClient.invalidateQueries({ queryKey: keys.segmentWords(brandId) }),
    ]);
  }, [brandId, queryClient]);
}
