import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/api';
import { onceOnly } from '@/api/intent';
import { keys } from '@/api/keys';
import { sentenceOf } from '@/api/problem';
import type { CartLineView } from '@/api/views';
import { useMembership } from '@/features/members';
import { say } from '@/platform/notice';
import { storedValue } from '@/platform/stored-value';
import { shownLine, withLine, withQuantity, type CartLine, type ShownLine } from './cart';

// One cart per brand: brands ship and hand over apart. Before joining it lives on the phone, afterwards on the server.
const carts = storedValue<Record<string, CartLine[]>>('carts', {});
const NOTHING: CartLine[] = [];

export interface Cart {
  lines: readonly ShownLine[];
  /** On the server, so that an order takes its lines along. */
  shared: boolean;
  loading: boolean;
  add: (line: CartLine) => void;
  setQuantity: (skuId: string, quantity: number) => void;
  select: (skuIds: readonly string[], selected: boolean) => void;
  /** Takes lines out; all of them when nothing is said. */
  remove: (skuIds?: readonly string[]) => void;
  refresh: () => Promise<unknown>;
}

export function useCart(brandId: string | undefined, storeId?: string): Cart {
  const member = useMembership(brandId).status === 'member';
  const onPhone = usePhoneCart(brandId);
  const onServer = useServerCart(brandId, storeId, member);
  useTakeover(brandId, member, onServer.refresh);
  return member ? onServer : onPhone;
}

function usePhoneCart(brandId: string | undefined): Cart {
  const lines = carts.use()[brandId ?? ''] ?? NOTHING;
  const change = (next: (lines: readonly CartLine[]) => CartLine[]) => {
    if (brandId !== undefined) {
      keepOnPhone(brandId, next(carts.get()[brandId] ?? NOTHING));
    }
  };
  return {
    lines: lines.map(shownLine),
    shared: false,
    loading: false,
    add: (line) => change((current) => withLine(current, line)),
    setQuantity: (skuId, quantity) => change((current) => withQuantity(current, skuId, quantity)),
    // Whoever has no cart on the server orders all of it.
    select: () => undefined,
    remove: (skuIds) => change((current) => current.filter(({ skuId }) => skuIds && !skuIds.includes(skuId))),
    refresh: () => Promise.resolve(),
  };
}

function useServerCart(brandId = '', storeId: string | undefined, enabled: boolean): Cart {
  const client = useQueryClient();
  const queryKey = keys.cart(brandId, storeId);
  const { data, isPending } = useQuery({
    queryKey,
    enabled,
    queryFn: async () => (await api.get('/api/member/cart', { query: { brandId, storeId } })).items,
  });
  const refresh = () => client.invalidateQueries({ queryKey: keys.carts(brandId) });
  /** Shown at once; what the server says afterwards stands. */
  const change = (next: (lines: CartLineView[]) => CartLineView[], send: () => Promise<unknown>) => {
    client.setQueryData<CartLineView[]>(queryKey, (lines) => lines && next(lines));
    send()
      .catch((error: unknown) => say(sentenceOf(error)))
      .finally(() => void refresh());
  };
  return {
    lines: (data ?? []).map(shownLine),
    shared: true,
    loading: enabled && isPending,
    add: ({ skuId, quantity }) =>
      change(
        (lines) =>
          lines.map((line) =>
            line.skuId === skuId ? { ...line, quantity: line.quantity + quantity } : line,
          ),
        () => {
          const body = { brandId, skuId, quantity };
          return onceOnly('cart', body, (key) =>
            api.post('/api/member/cart/lines', { body, headers: { 'Idempotency-Key': key } }),
          );
        },
      ),
    setQuantity: (skuId, quantity) =>
      change(
        (lines) =>
          lines
            .map((line) => (line.skuId === skuId ? { ...line, quantity } : line))
            .filter((line) => line.quantity > 0),
        () => api.put('/api/member/cart/lines/{id}', { path: { id: skuId }, body: { brandId, quantity } }),
      ),
    select: (skuIds, selected) =>
      change(
        (lines) =>
          lines.map((line) =>
            skuIds.includes(line.skuId) ? { ...line, selected: selected && line.problem === null } : line,
          ),
        () => api.put('/api/member/cart/selection', { body: { brandId, skuIds: [...skuIds], selected } }),
      ),
    remove: (skuIds) =>
      change(
        (lines) => lines.filter(({ skuId }) => skuIds && !skuIds.includes(skuId)),
        () =>
          skuIds
            ? api.post('/api/member/cart/removals', { body: { brandId, skuIds: [...skuIds] } })
            : api.delete('/api/member/cart', { query: { brandId } }),
      ),
    refresh,
  };
}

/** What was collected before joining moves to the server, once. */
function useTakeover(brandId: string | undefined, member: boolean, refresh: () => Promise<unknown>): void {
  const collected = carts.use()[brandId ?? ''] ?? NOTHING;
  const waiting = member && collected.length > 0;
  useEffect(() => {
    if (waiting && brandId !== undefined) {
      void takeOver(brandId, collected).then(refresh);
    }
    // Only when there is something to move: what moves is read at that moment.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [waiting, brandId]);
}

async function takeOver(brandId: string, lines: readonly CartLine[]): Promise<void> {
  try {
    await api.post('/api/member/cart/merges', {
      body: { brandId, lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })) },
    });
    keepOnPhone(brandId, []);
  } catch {
    // Nothing of it is on the shelf any more, or there is no network: the next visit tries again.
  }
}

function keepOnPhone(brandId: string, lines: CartLine[]): void {
  carts.set({ ...carts.get(), [brandId]: lines });
}
