import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, openApi } from '@/api/api';
import { onceOnly } from '@/api/intent';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import type { RedemptionView } from '@/api/views';
import type { Membership } from '@/features/members';

/** The shelf; what of it can be redeemed depends on who looks, so it is asked anew when that becomes known. */
export function useRewards(brandId: string, status: Membership['status']) {
  return useQuery({
    queryKey: [...keys.rewards(brandId), status],
    placeholderData: keepPreviousData,
    queryFn: async () => (await openApi.get('/api/member/rewards', { query: { brandId } })).items,
  });
}

export function useRedemptions(brandId: string) {
  return usePages(keys.redemptions(brandId), (page) =>
    api.get('/api/member/redemptions', { query: { brandId, ...page } }),
  );
}

/** Points for a reward, once; and back again as long as it was not collected. */
export function useRedeem(brandId: string) {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all(
      [keys.rewards, keys.points, keys.redemptions, keys.card].map((key) =>
        client.invalidateQueries({ queryKey: key(brandId) }),
      ),
    );
  return {
    redeem: async (rewardId: string): Promise<RedemptionView> => {
      const body = { rewardId };
      const redemption = await onceOnly('redemption', body, (key) =>
        api.post('/api/member/redemptions', { body, headers: { 'Idempotency-Key': key } }),
      );
      await refresh();
      return redemption;
    },
    cancel: async (id: string) => {
      await api.post('/api/member/redemptions/{id}/cancel', { path: { id } });
      await refresh();
    },
  };
}
