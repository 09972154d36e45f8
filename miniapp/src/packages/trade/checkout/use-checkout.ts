import { useState } from 'react';
import { hasCode, sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type { AddressView, FulfilmentInput, LineInput, QuoteView, StoreView } from '@/api/views';
import { useCart } from '@/features/cart';
import { payOrder, usePlaceOrder, useQuote } from '@/features/orders';
import { useStore } from '@/features/stores';
import { replaceWith } from '@/platform/navigate';
import { say } from '@/platform/notice';
import type { Way } from './FulfilmentChoice';

/** From wishes to an order that is being paid: where the goods go, what they cost there, and placing it once. */
export function useCheckout(brandId: string, only: LineInput | undefined) {
  const cart = useCart(brandId);
  // What is being ordered is settled on entering: emptying the cart afterwards must not change it.
  const [lines] = useState<readonly LineInput[]>(() => (only ? [only] : cart.lines));
  const [way, setWay] = useState<Way>('pickup');
  const [address, setAddress] = useState<AddressView>();
  const [note, setNote] = useState('');
  const store = useStore(brandId);
  const fulfilment = fulfilmentOf(way, store, address);
  const quote = useQuote({ brandId, lines, fulfilment });
  const placeOrder = usePlaceOrder();

  const ordering = useAction(
    async (to: FulfilmentInput, { payFen }: QuoteView) => {
      const placed = await placeOrder({
        brandId,
        lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
        fulfilment: to,
        expectedPayFen: payFen,
        note: note.trim() || undefined,
      });
      cart.remove(lines.map(({ skuId }) => skuId));
      const sheet = await payOrder(placed.id).catch((error: unknown) => {
        say(sentenceOf(error));
        return 'fail' as const;
      });
      replaceWith('order', { id: placed.id, confirming: sheet === 'ok' ? 'yes' : undefined });
    },
    {
      once: true,
      onError: (error) => {
        say(sentenceOf(error));
        if (hasCode(error, 'price_changed') || hasCode(error, 'sold_out')) {
          void quote.refetch();
        }
      },
    },
  );

  // Until the price of another place is there, the one of the last place is only to look at.
  const priced = fulfilment ? quote.data : undefined;
  const missing = priced?.lines.filter(({ available, quantity }) => available < quantity) ?? [];
  const ready = priced !== undefined && !quote.isPlaceholderData && missing.length === 0;
  return {
    nothing: lines.length === 0,
    place: { way, setWay, store, address, setAddress, known: fulfilment !== undefined },
    note: { text: note, set: setNote },
    quote: { priced, missing, error: quote.error, retry: () => void quote.refetch() },
    order: {
      ready,
      busy: ordering.busy,
      place: () => {
        if (fulfilment && priced) {
          ordering.run(fulfilment, priced);
        }
      },
    },
  };
}

function fulfilmentOf(
  way: Way,
  store: StoreView | undefined,
  address: AddressView | undefined,
): FulfilmentInput | undefined {
  if (way === 'pickup') {
    return store && { kind: 'pickup', storeId: store.id };
  }
  return address && { kind: 'delivery', addressId: address.id };
}
