import { useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/api';
import { onceOnly } from '@/api/intent';
import type { PlacedOrderView, PlaceOrderInput } from '@/api/views';

/** Places an order once, however often it is asked for the same one. */
export function usePlaceOrder() {
  const client = useQueryClient();
  return async (input: PlaceOrderInput): Promise<PlacedOrderView> => {
    const placed = await onceOnly('order', input, (key) =>
      api.post('/api/member/orders', { body: input, headers: { 'Idempotency-Key': key } }),
    );
    await client.invalidateQueries({ queryKey: ['mine', 'orders'] });
    return placed;
  };
}
