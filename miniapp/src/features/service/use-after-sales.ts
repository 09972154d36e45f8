import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/api';
import { onceOnly } from '@/api/intent';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import type { AfterSaleInput, AfterSaleView, SendBackInput } from '@/api/views';
import { useVisible } from '@/platform/page';

const WATCHING_MS = 8000;

export function useAfterSales(brandId: string) {
  return usePages(keys.afterSales(brandId), (page) =>
    api.get('/api/member/after-sales', { query: { brandId, ...page } }),
  );
}

export function useAfterSale(id: string | undefined) {
  const visible = useVisible();
  return useQuery({
    queryKey: keys.afterSale(id ?? ''),
    enabled: id !== undefined,
    queryFn: () => api.get('/api/member/after-sales/{id}', { path: { id: id ?? '' } }),
    refetchInterval: ({ state: { data } }) => (visible && data?.status === 'refunding' ? WATCHING_MS : false),
  });
}

/** What was promised with an order. */
export function useOrderTerms(orderId: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.orderTerms(orderId),
    enabled,
    queryFn: () => api.get('/api/member/orders/{id}/terms', { path: { id: orderId } }),
  });
}

export function useAfterSaleActions() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all(
      ['after-sale', 'after-sales', 'order', 'orders', 'order-terms'].map((name) =>
        client.invalidateQueries({ queryKey: ['mine', name] }),
      ),
    );
  return {
    request: async (body: AfterSaleInput): Promise<AfterSaleView> => {
      const made = await onceOnly('after-sale', body, (key) =>
        api.post('/api/member/after-sales', { body, headers: { 'Idempotency-Key': key } }),
      );
      await refresh();
      return made;
    },
    withdraw: async (id: string) => {
      await api.post('/api/member/after-sales/{id}/withdrawal', { path: { id } });
      await refresh();
    },
    sendBack: async (id: string, body: SendBackInput) => {
      await api.post('/api/member/after-sales/{id}/parcel', { path: { id }, body });
      await refresh();
    },
  };
}
