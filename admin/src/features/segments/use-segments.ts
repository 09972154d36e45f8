import { useCallback } from 'react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { describeSegment, type SegmentExpression } from '@regulars/shared';
import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import type { SegmentWord } from '../../api/types';
import { texts } from '../../texts';
import { useKeysetList } from '../../ui/use-keyset-list';

export function useSegments() {
  const brandId = useBrandId();
  return useKeysetList(keys.segments(brandId), (paging) =>
    api.get('/api/admin/segments', { query: { brandId, ...paging } }),
  );
}

export function useSegment(id: string | undefined) {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.segment(brandId, id ?? 'new'),
    queryFn: () => (id === undefined ? null : api.get('/api/admin/segments/{id}', { path: { id } })),
  });
}

export function useSegmentsChanged() {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  return useCallback(
    () => queryClient.invalidateQueries({ queryKey: keys.segments(brandId) }),
    [brandId, queryClient],
  );
}

/** What conditions can name. */
export function useSegmentWords() {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.segmentWords(brandId),
    queryFn: async () => (await api.get('/api/admin/segments/vocabulary', { query: { brandId } })).words,
  });
}

/** How many they are, and how they spread; what was known last stays until the new answer is there. */
export function useSegmentBreakdown(expression: SegmentExpression | undefined) {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.segmentAnswer(brandId, 'breakdown', expression ?? {}),
    queryFn: () =>
      expression
        ? api.post('/api/admin/segments/breakdown', { body: { brandId, expression: { ...expression } } })
        : null,
    placeholderData: keepPreviousData,
    enabled: expression !== undefined,
  });
}

export function useSegmentCount(expression: SegmentExpression | undefined) {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.segmentAnswer(brandId, 'count', expression ?? {}),
    queryFn: () =>
      expression
        ? api.post('/api/admin/segments/count', { body: { brandId, expression: { ...expression } } })
        : null,
    placeholderData: keepPreviousData,
    enabled: expression !== undefined,
  });
}

export function useSegmentMembers(expression: SegmentExpression) {
  const brandId = useBrandId();
  return useKeysetList(keys.segmentAnswer(brandId, 'members', expression), (paging) =>
    api.post('/api/admin/segments/members', { body: { brandId, expression: { ...expression }, ...paging } }),
  );
}

/** The expression in words. */
export function sentenceOf(expression: SegmentExpression, words: readonly SegmentWord[]): string {
  return describeSegment(expression, (kind, key) => {
    const word = words.find((one) => one.kind === kind && one.key === key);
    return word?.text ?? texts.segments.unknown;
  });
}
