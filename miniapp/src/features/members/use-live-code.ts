import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { openApi } from '@/api/api';
import { keys } from '@/api/keys';
import { usePosition } from '@/features/stores';

/** Where a scanned code leads: decided at the scan, nearer when we may know where the customer is. */
export function useLiveCode(code: string | undefined) {
  const { position } = usePosition();
  return useQuery({
    queryKey: keys.liveCode(code ?? '', position ? `${position.lat},${position.lng}` : 'anywhere'),
    enabled: code !== undefined && position !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    queryFn: () =>
      openApi.get('/api/member/live-codes/{code}', {
        path: { code: code ?? '' },
        query: { lat: position?.lat, lng: position?.lng },
      }),
  });
}
