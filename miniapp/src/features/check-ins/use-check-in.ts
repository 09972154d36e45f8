import { useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/api';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import type { CheckInView } from '@/api/views';
import type { Position } from '@/platform/position';

export function useCheckIns(brandId: string) {
  return usePages(keys.checkIns(brandId), (page) =>
    api.get('/api/member/check-ins', { query: { brandId, ...page } }),
  );
}

/** "I am here": the store's code says where, the position only helps the server believe it. */
export function useCheckIn(brandId: string) {
  const client = useQueryClient();
  return async (storeCode: string, position: Position | null): Promise<CheckInView> => {
    const made = await api.post('/api/member/check-ins', { body: { storeCode, ...position } });
    await Promise.all(
      [keys.checkIns, keys.points, keys.card].map((key) =>
        client.invalidateQueries({ queryKey: key(brandId) }),
      ),
    );
    return made;
  };
}
