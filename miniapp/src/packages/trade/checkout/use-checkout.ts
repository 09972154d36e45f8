import { useState } from 'react';
import { hasCode, sentenceOf } from '@/api/problem';
import { useAction } from '@/api/use-action';
import type {
  AddressView,
  FulfilmentInput,
  InvoiceDraft,
  LineInput,
  QuoteView,
  StoreView,
} from '@/api/views';
import { useCart } from '@/features/cart';
import { payOrder, usePlaceOrder, useQuote } from '@/features/orders';
import { useStore } from '@/features/stores';
import { replaceWith } from '@/platform/navigate';
import { say } from '@/platform/notice';
import type { Way } from './FulfilmentChoice';

/** After these the price that was shown is no longer true. */
const CHANGED = [
  'price_changed',
  'sold_out',
  'promotion_sold_out',
  'promotion_limit_reached',
  'not_enough_points',
] as const;

/** Where what is ordered comes from: bought directly, put in by a link from a message, else the cart. */
export interface Start {
  only?: readonly LineInput[];
  link?: { readonly code: string; readonly lines: readonly LineInput[]; readonly storeId: string | null };
}

/** From wishes to an order that is being paid: where the goods go, what they cost there, and placing it once. */
export function useCheckout(brandId: string, { only, link }: Start) {
  const cart = useCart(brandId);
  // What is being ordered is settled on entering: emptying the cart afterwards must not change it.
  const [kept, keep] = useState<readonly LineInput[] | undefined>(only ?? link?.lines);
  const chosen = cart.lines.filter(({ selected }) => selected);
  const lines = kept ?? chosen;
  const fromCart = (only ?? link) === undefined && cart.shared;
  const [way, setWay] = useState<Way>('pickup');
  const [address, setAddress] = useState<AddressView>();
  const [note, setNote] = useState('');
  const [pickupFrom, setPickupFrom] = useState<string>();
  const [invoice, setInvoice] = useState<InvoiceDraft>();
  const store = useStore(brandId);
  const fulfilment = fulfilmentOf(way, store, address);
  // The best coupon is taken until the customer says otherwise; null: none.
  const [coupon, setCoupon] = useState<string | null>();
  const [points, setPoints] = useState(0);
  const plain = useQuote({ brandId, lines, fulfilment });
  const couponId = coupon === undefined ? plain.data?.coupons.usable[0]?.id : (coupon ?? undefined);
  const quote = useQuote({ brandId, lines, fulfilment, couponId, points: points || undefined });
  const placeOrder = usePlaceOrder();

  const ordering = useAction(
    async (to: FulfilmentInput, { payFen, points }: QuoteView) => {
      const placed = await placeOrder({
        brandId,
        lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
        fulfilment: to,
        expectedPayFen: payFen,
        couponId,
        points: points || undefined,
        note: note.trim() || undefined,
        pickupFrom: to.kind === 'pickup' ? pickupFrom : undefined,
        invoice,
        fromCart: fromCart || undefined,
        linkCode: link?.code,
      });
      keep(lines);
      if (fromCart) {
        void cart.refresh();
      } else if (kept === undefined) {
        cart.remove(lines.map(({ skuId }) => skuId));
      }
      if (placed.status === 'paid') {
        replaceWith('order', { id: placed.id });
        return;
      }
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
        if (hasCode(error, 'pickup_window_full') || hasCode(error, 'pickup_window_gone')) {
          setPickupFrom(undefined);
        }
        if (hasCode(error, 'coupon_not_available') || hasCode(error, 'coupon_not_usable')) {
          setCoupon(null);
        }
        if (CHANGED.some((code) => hasCode(error, code))) {
          void quote.refetch();
        }
      },
    },
  );

  // Until the price of another place is there, the one of the last place is only to look at.
  const priced = fulfilment ? quote.data : undefined;
  const settled = !quote.isPlaceholderData && !plain.isPlaceholderData && plain.data !== undefined;
  const missing = priced?.lines.filter(({ available, quantity }) => available < quantity) ?? [];
  const ready = priced !== undefined && settled && missing.length === 0;
  return {
    nothing: lines.length === 0 && !cart.loading,
    place: { way, setWay, store, address, setAddress, known: fulfilment !== undefined },
    note: { text: note, set: setNote },
    benefits: { setCoupon: (id: string | undefined) => setCoupon(id ?? null), setPoints },
    pickup: { from: pickupFrom, choose: setPickupFrom },
    invoice: { draft: invoice, set: setInvoice },
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
