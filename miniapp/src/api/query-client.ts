import { QueryClient } from '@tanstack/react-query';
import { isDecided } from './problem';

const RETRIES = 2;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The platform tells us about the network; a request that cannot go out fails and the page says so.
        networkMode: 'always',
        staleTime: 20_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < RETRIES && !isDecided(error),
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
