import { useInfiniteQuery } from '@tanstack/react-query';
import { useOnReachBottom } from '@/platform/page';
import type { Paged } from './views';

export const PAGE_SIZE = 20;

interface Pages<T> {
  /** Undefined until the first page is there. */
  items: T[] | undefined;
  error: Error | null;
  more: boolean;
  loadingMore: boolean;
  loadMore: () => void;
  refresh: () => Promise<unknown>;
}

/** A list that grows as the reader comes to its end. */
export function usePages<T>(
  queryKey: readonly unknown[],
  fetchPage: (page: { after?: string; limit: number }) => Promise<Paged<T>>,
  enabled = true,
): Pages<T> {
  const query = useInfiniteQuery({
    queryKey,
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => fetchPage({ after: pageParam, limit: PAGE_SIZE }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const loadMore = () => {
    if (query.hasNextPage && !query.isFetching) {
      void query.fetchNextPage();
    }
  };
  useOnReachBottom(loadMore);

  return {
    items: query.data?.pages.flatMap(({ items }) => items),
    error: query.error,
    more: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore,
    refresh: query.refetch,
  };
}
