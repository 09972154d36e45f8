import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/api';
import { keys } from '@/api/keys';
import { isOffline } from '@/api/problem';
import type { CardCodeView } from '@/api/views';
import { readStored, store } from '@/platform/storage';
import { useNow } from '@/text/use-now';
import { codeToShow, type KeptCode } from './kept-code';

const KEY = 'card-code';
const ASK_AGAIN_MS = 5000;

interface CardCode {
  /** Undefined while there is none that the store would take. */
  code: string | undefined;
  error: Error | null;
  refreshing: boolean;
  refresh: () => Promise<unknown>;
}

/** The card's rotating code: renewed while it is looked at, and a longer-lived one for moments without a signal. */
export function useCardCode(brandId: string): CardCode {
  const now = useNow(1000);
  const query = useQuery({
    queryKey: keys.cardCode(brandId),
    queryFn: async () => {
      const fetched = await api.get('/api/member/card/code', { query: { brandId } });
      const kept: KeptCode = { ...fetched, brandId, fetchedAt: Date.now() };
      store(KEY, kept);
      return kept;
    },
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) => renewAfterMs(state.data, state.error),
  });
  return {
    code: codeToShow(query.data ?? readStored<KeptCode>(KEY), {
      brandId,
      now,
      offline: isOffline(query.error),
    }),
    error: query.error,
    refreshing: query.isFetching,
    refresh: query.refetch,
  };
}

function renewAfterMs(code: CardCodeView | undefined, error: Error | null): number {
  return code && !error ? code.refreshAfterSeconds * 1000 : ASK_AGAIN_MS;
}
