import type { OrderStatus } from '@regulars/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/api';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import type { OrderView } from '@/api/views';
import { useVisible } from '@/platform/page';

export function useOrders(brandId: string, status: OrderStatus | undefined) {
  return usePages(keys.orders(brandId, status), (page) =>
    api.get('/api/member/orders', { query: { brandId, status, ...page } }),
  );
}

const CONFIRMING_MS = 1000;
const WATCHING_MS = 5000;

/** What may change while the customer looks on: goods being handed over, money coming back. */
const MOVING: readonly OrderStatus[] = ['paid', 'ready', 'refunding'];

export interface OrderAddress {
  id?: string | undefined;
  /** WeChat's order centre knows an order by this number only. */
  outTradeNo?: string | undefined;
}

/** One order, kept up to date while it is looked at; often while a payment is being confirmed. */
export function useOrder(address: OrderAddress, confirming: boolean) {
  const visible = useVisible();
  return useQuery({
    queryKey: keys.order(address.id ?? address.outTradeNo ?? ''),
    queryFn: () => fetchOrder(address),
    refetchInterval: ({ state: { data } }) => (visible ? intervalOf(data, confirming) : false),
  });
}

function intervalOf(order: OrderView | undefined, confirming: boolean): number | false {
  if (order?.status === 'pending_payment') {
    return confirming ? CONFIRMING_MS : false;
  }
  return order && MOVING.includes(order.status) ? WATCHING_MS : false;
}

function fetchOrder({ id, outTradeNo }: OrderAddress): Promise<OrderView> {
  return id !== undefined
    ? api.get('/api/member/orders/{id}', { path: { id } })
    : api.get('/api/member/orders/by-trade-no/{outTradeNo}', { path: { outTradeNo: outTradeNo ?? '' } });
}

/** What a customer can do with an order of theirs. */
export function useOrderActions() {
  const client = useQueryClient();
  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['mine', 'order'] }),
      client.invalidateQueries({ queryKey: ['mine', 'orders'] }),
    ]);
  };
  return {
    cancel: async (id: string) => {
      await api.post('/api/member/orders/{id}/cancel', { path: { id } });
      await refresh();
    },
    requestRefund: async (id: string, reason: string) => {
      await api.post('/api/member/orders/{id}/refunds', { path: { id }, body: { reason } });
      await refresh();
    },
    refresh,
  };
}
