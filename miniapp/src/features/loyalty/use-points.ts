import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/api';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';

export function usePoints(brandId: string) {
  return useQuery({
    queryKey: keys.points(brandId),
    queryFn: () => api.get('/api/member/points', { query: { brandId } }),
  });
}

export function usePointsEntries(brandId: string) {
  return usePages([...keys.points(brandId), 'entries'], (page) =>
    api.get('/api/member/points/entries', { query: { brandId, ...page } }),
  );
}
