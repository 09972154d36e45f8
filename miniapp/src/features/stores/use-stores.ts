import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { openApi } from '@/api/api';
import { keys } from '@/api/keys';
import type { StoreView } from '@/api/views';
import { useChosenStoreId } from './chosen-store';
import { usePosition } from './use-position';

/** The brand's stores, nearest first once we know where the customer is. */
export function useStores(brandId: string | undefined) {
  const { position } = usePosition();
  return useQuery({
    queryKey: keys.stores(brandId ?? '', position ? `${position.lat},${position.lng}` : 'anywhere'),
    enabled: brandId !== undefined && position !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: async () =>
      (
        await openApi.get('/api/member/stores', {
          query: { brandId: brandId ?? '', lat: position?.lat, lng: position?.lng },
        })
      ).items,
  });
}

/** The store the customer buys at: the one they chose, else the first that is open, nearest first. */
export function useStore(brandId: string | undefined): StoreView | undefined {
  const { data: stores } = useStores(brandId);
  const chosen = useChosenStoreId(brandId);
  const ofBrand = stores?.filter((store) => store.brandId === brandId);
  return ofBrand?.find(({ id }) => id === chosen) ?? ofBrand?.find(({ open }) => open) ?? ofBrand?.[0];
}
