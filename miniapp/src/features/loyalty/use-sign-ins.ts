import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/api';
import { keys } from '@/api/keys';

/** This month's days, and signing in for today; again on the same day changes nothing. */
export function useSignIns(brandId: string) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: keys.signIns(brandId),
    queryFn: () => api.get('/api/member/sign-ins', { query: { brandId } }),
  });
  const signIn = async () => {
    const answer = await api.post('/api/member/sign-ins', { body: { brandId } });
    await Promise.all(
      [keys.signIns, keys.points, keys.card].map((key) =>
        client.invalidateQueries({ queryKey: key(brandId) }),
      ),
    );
    return answer;
  };
  return { ...query, signIn };
}

/** What waits to be fetched, once. */
export function useGifts(brandId: string) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: keys.gifts(brandId),
    queryFn: () => api.get('/api/member/gifts', { query: { brandId } }),
  });
  const fetchGift = async (kind: 'birthday' | 'profile') => {
    const answer = await api.post('/api/member/gifts', { body: { brandId, kind } });
    await Promise.all(
      [keys.gifts, keys.points, keys.card].map((key) => client.invalidateQueries({ queryKey: key(brandId) })),
    );
    return answer;
  };
  return { ...query, fetchGift };
}
