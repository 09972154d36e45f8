import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

/** Rows a request fetches at once. */
const PAGE_SIZE = 20;

/** One page of a list, and where the next begins. */
interface KeysetPage<T> {
  items: T[];
  next: string | null;
}

export interface Paging {
  after?: string;
  limit: number;
}

/** A list that grows page by page along its cursor. */
export interface KeysetList<T> {
  rows: readonly T[];
  isPending: boolean;
  error: Error | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

export function useKeysetList<T>(
  key: QueryKey,
  fetchPage: (paging: Paging) => Promise<KeysetPage<T>>,
): KeysetList<T> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => fetchPage({ after: pageParam, limit: PAGE_SIZE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    isPending: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void (query.data ? query.fetchNextPage() : query.refetch()),
  };
}

/** A list that comes whole. */
export function wholeList<T>(query: {
  data: T[] | undefined;
  isPending: boolean;
  error: Error | null;
  refetch: () => unknown;
}): KeysetList<T> {
  return {
    rows: query.data ?? [],
    isPending: query.isPending,
    error: query.error,
    hasMore: false,
    isLoadingMore: false,
    loadMore: () => undefined,
    retry: () => void query.refetch(),
  };
}
