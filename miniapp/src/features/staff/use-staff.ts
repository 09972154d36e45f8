import type { OrderStatus, StaffPermission } from '@regulars/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/api';
import { onceOnly } from '@/api/intent';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import type { ShipmentInput, StockTransferView } from '@/api/views';
import { useMe } from '@/features/members';
import { storedValue } from '@/platform/stored-value';

const chosenStore = storedValue<string | null>('staff-store', null);

/** Who I am behind the counter, and which of my stores I stand in. */
export function useStaff() {
  const me = useMe();
  const chosen = chosenStore.use();
  const staff = me.data?.staff;
  return {
    staff,
    store: staff?.stores.find(({ id }) => id === chosen) ?? staff?.stores[0],
    chooseStore: chosenStore.set,
    can: (permission: StaffPermission) => staff?.permissions.includes(permission) ?? false,
    loading: me.isPending,
    error: me.data ? null : me.error,
    refresh: me.refetch,
  };
}

export function useToday(storeId: string | undefined) {
  return useQuery({
    queryKey: keys.today(storeId ?? ''),
    enabled: storeId !== undefined,
    refetchInterval: 30_000,
    queryFn: () => api.get('/api/staff/today', { query: { storeId: storeId ?? '' } }),
  });
}

/** Customers of the store whose points are about to lapse. */
export function usePointsNotices(storeId: string | undefined) {
  return usePages(
    keys.pointsNotices(storeId ?? ''),
    (page) => api.get('/api/staff/points-notices', { query: { storeId: storeId ?? '', ...page } }),
    storeId !== undefined,
  );
}

/** What lies in the store, all of it or what runs low. */
export function useStoreStock(storeId: string, low: boolean) {
  return usePages(
    keys.storeStock(storeId, low),
    (page) => api.get('/api/staff/stock', { query: { storeId, ...(low ? { low: 'true' } : {}), ...page } }),
    true,
  );
}

/** Goods on their way to the store, and taking them in as they were sent. */
export function useComing(storeId: string | undefined) {
  const queryClient = useQueryClient();
  const { data: transfers = [] } = useQuery({
    queryKey: keys.coming(storeId ?? ''),
    enabled: storeId !== undefined,
    queryFn: async () =>
      (await api.get('/api/staff/stock-transfers', { query: { storeId: storeId ?? '' } })).items,
  });
  const receive = async ({ id, lines }: StockTransferView): Promise<void> => {
    await api.post('/api/staff/stock-transfers/{id}/receipt', {
      path: { id },
      body: { lines: lines.map(({ skuId, sent }) => ({ skuId, quantity: sent })) },
    });
    await queryClient.invalidateQueries({ queryKey: ['staff', 'stock'] });
  };
  return { transfers, receive };
}

/** The rotating code on the counter that customers scan. */
export function useStoreCode(storeId: string | undefined) {
  return useQuery({
    queryKey: keys.storeCode(storeId ?? ''),
    enabled: storeId !== undefined,
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) => (state.data?.refreshAfterSeconds ?? 10) * 1000,
    queryFn: () => api.get('/api/staff/stores/{id}/code', { path: { id: storeId ?? '' } }),
  });
}

/** The member in front of me, by the code on their phone. */
export function useFoundMember(memberCode: string) {
  return useQuery({
    queryKey: keys.foundMember(memberCode),
    // The code has expired by the time anybody would ask again.
    staleTime: Infinity,
    retry: false,
    queryFn: () => api.post('/api/staff/members/lookup', { body: { memberCode } }),
  });
}

export function usePickup(code: string | undefined) {
  return useQuery({
    queryKey: keys.pickup(code ?? ''),
    enabled: code !== undefined,
    retry: false,
    queryFn: () => api.get('/api/staff/pickups/{code}', { path: { code: code ?? '' } }),
  });
}

export function useStaffRedemption(code: string | undefined) {
  return useQuery({
    queryKey: keys.staffRedemption(code ?? ''),
    enabled: code !== undefined,
    retry: false,
    queryFn: () => api.get('/api/staff/redemptions/{code}', { path: { code: code ?? '' } }),
  });
}

/** A coupon that a customer shows, and whether this store takes it now. */
export function useCounterCoupon(code: string, storeId: string) {
  return useQuery({
    queryKey: keys.counterCoupon(code, storeId),
    retry: false,
    queryFn: () => api.get('/api/staff/coupons/{code}', { path: { code }, query: { storeId } }),
  });
}

/** What I may still give to customers today. */
export function useGivableCoupons() {
  return useQuery({
    queryKey: keys.givableCoupons,
    queryFn: async () => (await api.get('/api/staff/coupon-templates')).items,
  });
}

export function useCounterCoupons() {
  const client = useQueryClient();
  const settled = () => client.invalidateQueries({ queryKey: ['staff'] });
  return {
    use: async (code: string, storeId: string) => {
      await api.post('/api/staff/coupons/use', { body: { code, storeId } });
      await settled();
    },
    give: async (templateId: string, memberCode: string) => {
      const body = { templateId, memberCode };
      const given = await onceOnly('give-coupon', body, (key) =>
        api.post('/api/staff/coupons', { body, headers: { 'Idempotency-Key': key } }),
      );
      await settled();
      return given;
    },
  };
}

export function useCounter() {
  const client = useQueryClient();
  const settled = () => client.invalidateQueries({ queryKey: ['staff'] });
  return {
    checkIn: (memberCode: string, storeId: string | undefined) =>
      api.post('/api/staff/check-ins', { body: { memberCode, storeId } }),
    markReady: async (code: string) => {
      await api.post('/api/staff/pickups/ready', { body: { code } });
      await settled();
    },
    handOver: async (code: string) => {
      await api.post('/api/staff/pickups', { body: { code } });
      await settled();
    },
    collect: async (code: string) => {
      await api.post('/api/staff/redemptions/collection', { body: { code } });
      await settled();
    },
  };
}

/** What the store has to do, the longest waiting first. */
export function useStoreOrders(storeId: string, status: OrderStatus | undefined) {
  return usePages(keys.storeOrders(storeId, status), (page) =>
    api.get('/api/staff/orders', { query: { storeId, status, ...page } }),
  );
}

export function useStoreOrder(id: string) {
  return useQuery({
    queryKey: keys.storeOrder(id),
    queryFn: () => api.get('/api/staff/orders/{id}', { path: { id } }),
  });
}

export function useStoreOrderRemarks(id: string) {
  return useQuery({
    queryKey: keys.storeOrderRemarks(id),
    queryFn: async () => (await api.get('/api/staff/orders/{id}/remarks', { path: { id } })).items,
  });
}

export function useStoreOrderActions(id: string) {
  const client = useQueryClient();
  const path = { id };
  const settled = async (work: Promise<unknown>) => {
    await work;
    await client.invalidateQueries({ queryKey: ['staff'] });
  };
  return {
    accept: () => settled(api.post('/api/staff/orders/{id}/acceptance', { path })),
    makeReady: () => settled(api.post('/api/staff/orders/{id}/readiness', { path })),
    ship: (body: ShipmentInput) => settled(api.post('/api/staff/orders/{id}/shipment', { path, body })),
    reprice: (body: { payFen: number; reason: string }) =>
      settled(api.post('/api/staff/orders/{id}/price', { path, body })),
    remark: (text: string) => settled(api.post('/api/staff/orders/{id}/remarks', { path, body: { text } })),
  };
}

export function useInvitation() {
  const client = useQueryClient();
  return async (code: string) => {
    await api.post('/api/member/staff-invitations/acceptance', { body: { code } });
    await client.invalidateQueries({ queryKey: keys.me });
  };
}
