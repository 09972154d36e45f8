import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/api';
import { onceOnly } from '@/api/intent';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import type { CouponsShown, CouponView } from '@/api/views';

export function useCoupons(brandId: string, shown: CouponsShown) {
  return usePages(keys.coupons(brandId, shown), (page) =>
    api.get('/api/member/coupons', { query: { brandId, shown, ...page } }),
  );
}

export function useCouponCentre(brandId: string) {
  return useQuery({
    queryKey: keys.couponCentre(brandId),
    queryFn: async () => (await api.get('/api/member/coupon-centre', { query: { brandId } })).items,
  });
}

export function useCouponDrop(code: string) {
  return useQuery({
    queryKey: keys.couponDrop(code),
    retry: false,
    queryFn: () => api.get('/api/member/coupon-drops/{code}', { path: { code } }),
  });
}

export function useOfferedCoupon(token: string) {
  return useQuery({
    queryKey: keys.offeredCoupon(token),
    retry: false,
    queryFn: () => api.get('/api/member/coupon-transfers/{token}', { path: { token } }),
  });
}

/** Everything that gives somebody a coupon, or takes one from them. */
export function useCouponActions() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['mine', 'coupons'] }),
      client.invalidateQueries({ queryKey: ['quote'] }),
    ]);
  return {
    claim: async (id: string): Promise<CouponView> => {
      const coupon = await onceOnly('coupon', { id }, (key) =>
        api.post('/api/member/coupon-templates/{id}/claims', {
          path: { id },
          headers: { 'Idempotency-Key': key },
        }),
      );
      await refresh();
      return coupon;
    },
    claimDrop: async (code: string): Promise<CouponView> => {
      const coupon = await onceOnly('coupon-drop', { code }, (key) =>
        api.post('/api/member/coupon-drops/{code}/claims', {
          path: { code },
          headers: { 'Idempotency-Key': key },
        }),
      );
      await refresh();
      return coupon;
    },
    offer: (id: string) => api.post('/api/member/coupons/{id}/transfer', { path: { id } }),
    withdraw: (id: string) => api.delete('/api/member/coupons/{id}/transfer', { path: { id } }),
    accept: async (token: string) => {
      await api.post('/api/member/coupon-transfers/acceptance', { body: { token } });
      await refresh();
    },
  };
}
