import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { useKeysetList } from '../../ui/use-keyset-list';
import { daysOfMonth } from './months';

export function useClosingDays(month: string) {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.closingDays(brandId, month),
    queryFn: async () => {
      const answer = await api.get('/api/admin/reconciliation/days', {
        query: { brandId, ...daysOfMonth(month) },
      });
      return answer.items;
    },
  });
}

export function useClosingDay(day: string) {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.closingDay(brandId, day),
    queryFn: () => api.get('/api/admin/reconciliation/day', { query: { brandId, day } }),
  });
}

export function useDifferences(day: string) {
  const brandId = useBrandId();
  return useKeysetList(keys.differences(brandId, day), (paging) =>
    api.get('/api/admin/reconciliation/differences', { query: { brandId, day, ...paging } }),
  );
}

/** What can be done about a day and its differences; afterwards whatever it touched is fetched again. */
export function useReconciling() {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  const changed = useCallback(async () => {
    const touched = ['reconciliation', 'orders', 'members', 'overview', 'stock'];
    await Promise.all(touched.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
  }, [queryClient]);
  return {
    refresh: async (day: string) => {
      await api.post('/api/admin/reconciliation/refreshes', { body: { brandId, day } });
      await changed();
    },
    signOff: async (day: string) => {
      await api.post('/api/admin/reconciliation/sign-offs', { body: { brandId, day } });
      await changed();
    },
    mend: async (id: string) => {
      await api.post('/api/admin/reconciliation/differences/{id}/mend', { path: { id } });
      await changed();
    },
    accept: async (id: string, note: string) => {
      await api.post('/api/admin/reconciliation/differences/{id}/acceptance', {
        path: { id },
        body: { note },
      });
      await changed();
    },
  };
}
