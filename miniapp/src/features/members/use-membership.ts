import { useQuery } from '@tanstack/react-query';
import { api, session, useMemberId } from '@/api/api';
import { keys } from '@/api/keys';
import { hasCode } from '@/api/problem';
import type { CardView } from '@/api/views';

export interface Membership {
  /** Whether this customer is a member of the brand; unknown while we are finding out. */
  status: 'unknown' | 'visitor' | 'member';
  card: CardView | undefined;
  error: Error | null;
  refresh: () => Promise<unknown>;
}

/** Signs in quietly and tells where the customer stands with the brand. Nothing waits for it. */
export function useMembership(brandId: string | undefined): Membership {
  const memberId = useMemberId();
  const signIn = useQuery({
    queryKey: keys.session,
    queryFn: async () => (await session.ensure()).memberId,
    enabled: memberId === undefined,
  });
  const query = useQuery({
    queryKey: keys.card(brandId ?? ''),
    queryFn: () => fetchCard(brandId ?? ''),
    enabled: brandId !== undefined && typeof memberId === 'string',
  });

  const asked = memberId === undefined ? signIn : query;
  const refresh = asked.refetch;
  if (memberId === null || query.data === null) {
    return { status: 'visitor', card: undefined, error: null, refresh };
  }
  return { status: query.data ? 'member' : 'unknown', card: query.data, error: asked.error, refresh };
}

/** Null for a member of the house who has not joined this brand. */
async function fetchCard(brandId: string): Promise<CardView | null> {
  try {
    return await api.get('/api/member/card', { query: { brandId } });
  } catch (error) {
    if (hasCode(error, 'membership_required')) {
      return null;
    }
    throw error;
  }
}
