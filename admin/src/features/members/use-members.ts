import { useQuery } from '@tanstack/react-query';
import { useBrandId } from '../../app/session';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { useKeysetList } from '../../ui/use-keyset-list';
import type { MemberFilter } from './member-search';

export function useMembers(filter: MemberFilter) {
  const brandId = useBrandId();
  return useKeysetList(keys.members(brandId, filter), (paging) =>
    api.get('/api/admin/members', { query: { brandId, ...filter, ...paging } }),
  );
}

export function useMember(id: string) {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.member(brandId, id),
    queryFn: () => api.get('/api/admin/members/{id}', { path: { id }, query: { brandId } }),
  });
}

/** Where the member stands: tier, growth and points, as their own card shows them. */
export function useMemberCard(id: string) {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.memberLedger(brandId, id, 'card'),
    queryFn: () => api.get('/api/admin/members/{id}/card', { path: { id }, query: { brandId } }),
  });
}

export function usePointsEntries(id: string) {
  const brandId = useBrandId();
  return useKeysetList(keys.memberLedger(brandId, id, 'points'), (paging) =>
    api.get('/api/admin/members/{id}/points-entries', { path: { id }, query: { brandId, ...paging } }),
  );
}

export function useMemberCheckIns(id: string) {
  const brandId = useBrandId();
  return useKeysetList(keys.memberLedger(brandId, id, 'check-ins'), (paging) =>
    api.get('/api/admin/members/{id}/check-ins', { path: { id }, query: { brandId, ...paging } }),
  );
}
