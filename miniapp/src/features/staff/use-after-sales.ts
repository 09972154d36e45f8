import type { Disposition } from '@regulars/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/api';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';

/** What waits at a store. */
export function useStaffAfterSales(storeId: string | undefined) {
  return usePages(
    keys.staffAfterSales(storeId ?? ''),
    (page) => api.get('/api/staff/after-sales', { query: { storeId: storeId ?? '', ...page } }),
    storeId !== undefined,
  );
}

export function useStaffAfterSale(id: string) {
  return useQuery({
    queryKey: keys.staffAfterSale(id),
    queryFn: () => api.get('/api/staff/after-sales/{id}', { path: { id } }),
  });
}

export function useStaffAfterSaleActions() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['staff'] });
  return {
    approve: async (id: string) => {
      await api.post('/api/staff/after-sales/{id}/approval', { path: { id }, body: {} });
      await refresh();
    },
    reject: async (id: string, reason: string) => {
      await api.post('/api/staff/after-sales/{id}/rejection', { path: { id }, body: { reason } });
      await refresh();
    },
    receive: async (id: string, lines: { lineId: string; disposition: Disposition }[]) => {
      await api.post('/api/staff/after-sales/{id}/receipt', { path: { id }, body: { lines } });
      await refresh();
    },
  };
}
