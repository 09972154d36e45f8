import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '@regulars/shared/api';
import { keys } from '../api/keys';
import { sessionEnd } from '../api/session-end';

/** A refusal stays a refusal; only a lost or overloaded connection is worth another try. */
const RETRIES = 2;

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => isTransient(error) && failures < RETRIES,
      },
    },
  });
  sessionEnd.subscribe(() => forgetSession(client));
  return client;
}

/** Nobody is signed in any more: what was fetched for them goes too. */
export function forgetSession(client: QueryClient): void {
  client.setQueryData(keys.me, null);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.me[0] });
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'unauthenticated';
}

function isTransient(error: unknown): boolean {
  return error instanceof ApiError && [0, 502, 503, 504].includes(error.status);
}
