import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { useBrandId } from '../../app/session';

export function useLiability() {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.pointsLiability(brandId),
    queryFn: () => api.get('/api/admin/points-liability', { query: { brandId } }),
  });
}

export function usePointsTerms() {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.pointsTerms(brandId),
    queryFn: () => api.get('/api/admin/points-terms', { query: { brandId } }),
  });
}

export function usePointsTermsChanged() {
  const brandId = useBrandId();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: keys.pointsTerms(brandId) });
}
