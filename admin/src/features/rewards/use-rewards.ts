import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { useKeysetList } from '../../ui/use-keyset-list';

export function useRewards() {
  const brandId = useBrandId();
  return useKeysetList(keys.rewards(brandId), (paging) =>
    api.get('/api/admin/rewards', { query: { brandId, ...paging } }),
  );
}

export function useRewardsChanged() {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  return useCallback(
    () => queryClient.invalidateQueries({ queryKey: keys.rewards(brandId) }),
    [brandId, queryClient],
  );
}
