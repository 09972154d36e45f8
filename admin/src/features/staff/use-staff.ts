import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { useKeysetList } from '../../ui/use-keyset-list';

export function useStaff() {
  const brandId = useBrandId();
  return useKeysetList(keys.staff(brandId), (paging) =>
    api.get('/api/admin/staff', { query: { brandId, ...paging } }),
  );
}

export function useStaffChanged() {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  return useCallback(
    () => queryClient.invalidateQueries({ queryKey: keys.staff(brandId) }),
    [brandId, queryClient],
  );
}
