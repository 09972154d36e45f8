import type { StaffPermission } from '@regulars/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/api';
import { keys } from '@/api/keys';
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

export function useInvitation() {
  const client = useQueryClient();
  return async (code: string) => {
    await api.post('/api/member/staff-invitations/acceptance', { body: { code } });
    await client.invalidateQueries({ queryKey: keys.me });
  };
}
