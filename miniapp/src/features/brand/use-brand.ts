import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { openApi } from '@/api/api';
import { keys } from '@/api/keys';
import type { BrandView } from '@/api/views';
import { readStored, store } from '@/platform/storage';
import { useChosenBrandId } from './current-brand';

const KEY = 'brands';
const FRESH_MS = 10 * 60_000;

interface StoredBrands {
  at: number;
  brands: BrandView[];
}

/** All brands of the house. Kept on the phone, so that the next start shows the shop at once. */
export function useBrands(): UseQueryResult<BrandView[]> {
  const stored = readStored<StoredBrands>(KEY);
  return useQuery({
    queryKey: keys.brands,
    queryFn: fetchBrands,
    staleTime: FRESH_MS,
    initialData: stored?.brands,
    initialDataUpdatedAt: stored?.at,
  });
}

/** The brand the customer is in; the first one until they have been anywhere. */
export function useBrand(): BrandView | undefined {
  const { data } = useBrands();
  const chosen = useChosenBrandId();
  return data?.find(({ id }) => id === chosen) ?? data?.[0];
}

async function fetchBrands(): Promise<BrandView[]> {
  const { items } = await openApi.get('/api/member/brands');
  store(KEY, { at: Date.now(), brands: items } satisfies StoredBrands);
  return items;
}
