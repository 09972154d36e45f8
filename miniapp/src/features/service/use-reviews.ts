import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, openApi } from '@/api/api';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import type { MoreInput, ReviewInput } from '@/api/views';

const SHOWN = 5;

/** The newest first; more of them on demand, so that the page beside them keeps its end. */
export function useProductReviews(productId: string) {
  return useInfiniteQuery({
    queryKey: keys.productReviews(productId),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      openApi.get('/api/member/products/{id}/reviews', {
        path: { id: productId },
        query: { after: pageParam, limit: SHOWN },
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export function useMyReviews(brandId: string) {
  return usePages(keys.reviews(brandId), (page) =>
    api.get('/api/member/reviews', { query: { brandId, ...page } }),
  );
}

export function useOrderReviews(orderId: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.orderReviews(orderId),
    enabled,
    queryFn: () => api.get('/api/member/orders/{id}/reviews', { path: { id: orderId } }),
  });
}

export function useReviewActions() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all(
      [['mine', 'reviews'], ['mine', 'order-reviews'], ['product-reviews']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  return {
    write: async (body: ReviewInput) => {
      await api.post('/api/member/reviews', { body });
      await refresh();
    },
    addMore: async (id: string, body: MoreInput) => {
      await api.post('/api/member/reviews/{id}/more', { path: { id }, body });
      await refresh();
    },
  };
}
