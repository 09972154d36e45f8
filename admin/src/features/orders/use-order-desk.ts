import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { InvoiceStatus } from '@regulars/shared';
import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { useKeysetList } from '../../ui/use-keyset-list';

export function useShippingAlarms() {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  const queryKey = ['shipping-alarms', brandId];
  const query = useQuery({
    queryKey,
    queryFn: async () => (await api.get('/api/admin/shipping-alarms', { query: { brandId } })).items,
  });
  return {
    ...query,
    tellAgain: async (orderId: string) => {
      await api.post('/api/admin/orders/{id}/shipping-upload', { path: { id: orderId } });
      await queryClient.invalidateQueries({ queryKey });
    },
  };
}

export function useInvoices(status: InvoiceStatus) {
  const brandId = useBrandId();
  return useKeysetList(['invoices', brandId, status], (paging) =>
    api.get('/api/admin/invoices', { query: { brandId, status, ...paging } }),
  );
}

export function useIssueInvoice() {
  const queryClient = useQueryClient();
  return async (orderId: string, number: string) => {
    await api.post('/api/admin/orders/{id}/invoice', { path: { id: orderId }, body: { number } });
    await Promise.all(
      ['invoices', 'orders'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
    );
  };
}

export function useCheckoutLinks() {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  const queryKey = ['checkout-links', brandId];
  const refresh = () => queryClient.invalidateQueries({ queryKey });
  const list = useKeysetList(queryKey, (paging) =>
    api.get('/api/admin/checkout-links', { query: { brandId, ...paging } }),
  );
  return {
    list,
    create: async (link: { title: string; skuId: string; quantity: number; storeId?: string }) => {
      const { title, skuId, quantity, storeId } = link;
      await api.post('/api/admin/checkout-links', {
        body: { brandId, title, lines: [{ skuId, quantity }], storeId },
      });
      await refresh();
    },
    setActive: async (code: string, active: boolean) => {
      await api.patch('/api/admin/checkout-links/{code}', { path: { code }, body: { active } });
      await refresh();
    },
  };
}
