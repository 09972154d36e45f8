import { useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/keys';
import { locate, locateQuietly } from '@/platform/location';
import type { Position } from '@/platform/position';

interface Whereabouts {
  /** Undefined while unknown, null when not to be had. */
  position: Position | null | undefined;
  /** Asks the person; true when they let us know. */
  ask: () => Promise<boolean>;
}

/** Where the customer is, if they ever allowed it. Nobody is asked before they tap something that needs it. */
export function usePosition(): Whereabouts {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: keys.position, queryFn: locateQuietly, staleTime: 60_000 });
  return {
    position: data,
    ask: async () => {
      const position = await locate();
      client.setQueryData(keys.position, position);
      return position !== null;
    },
  };
}
