import { useQuery } from '@tanstack/react-query';
import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';

/** Milliseconds between two looks at a page that is left open. */
const REFRESH_MS = 60_000;

export function useOverview() {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.overview(brandId),
    queryFn: () => api.get('/api/admin/overview', { query: { brandId } }),
    refetchInterval: REFRESH_MS,
  });
}
