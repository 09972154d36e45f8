import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OrderStatus } from '@regulars/shared';
import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { useKeysetList } from '../../ui/use-keyset-list';

/** Milliseconds between two looks at an order whose refund is on its way. */
const REFUND_WATCH_MS = 3000;

export function useOrders(status: OrderStatus | undefined) {
  const brandId = useBrandId();
  return useKeysetList(keys.orders(brandId, { status }), (paging) =>
    api.get('/api/admin/orders', { query: { brandId, status, ...paging } }),
  );
}

export function useMemberOrders(id: string) {
  const brandId = useBrandId();
  return useKeysetList(keys.memberLedger(brandId, id, 'orders'), (paging) =>
    api.get('/api/admin/members/{id}/orders', { path: { id }, query: { brandId, ...paging } }),
  );
}

export function useOrder(id: string) {
  return useQuery({
    queryKey: keys.order(id),
    queryFn: () => api.get('/api/admin/orders/{id}', { path: { id } }),
    refetchInterval: (query) => (query.state.data?.status === 'refunding' ? REFUND_WATCH_MS : false),
  });
}

/** What an order touches is fetched again: itself at once, the rest when it is looked at. */
export function useOrderChanged() {
  const queryClient = useQueryClient();
  return useCallback(async () => {
    const touched = ['orders', 'members', 'overview', 'stock'];
    await Promise.all(touched.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
  }, [queryClient]);
}
