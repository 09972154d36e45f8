import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/api/api';
import { keys } from '@/api/keys';
import type { FulfilmentInput, LineInput } from '@/api/views';

interface Wish {
  brandId: string | undefined;
  lines: readonly LineInput[];
  fulfilment: FulfilmentInput | undefined;
}

/** What it costs, and why. The only source of a price to pay. */
export function useQuote({ brandId, lines, fulfilment }: Wish) {
  const input = { brandId: brandId ?? '', lines: lines.map(pickLine), fulfilment };
  return useQuery({
    queryKey: keys.quote(input),
    enabled: brandId !== undefined && fulfilment !== undefined && lines.length > 0,
    placeholderData: keepPreviousData,
    queryFn: () => {
      if (!fulfilment) {
        throw new Error('a quote needs to know where the goods go');
      }
      return api.post('/api/member/quotes', { body: { ...input, fulfilment } });
    },
  });
}

function pickLine({ skuId, quantity }: LineInput): LineInput {
  return { skuId, quantity };
}
