import { useCallback } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useBrandId } from '../../app/session';
import { allPages } from '../../api/all-pages';
import { api } from '../../api/api';
import { keys } from '../../api/keys';
import { useKeysetList } from '../../ui/use-keyset-list';

export function usePromotions() {
  const brandId = useBrandId();
  return useKeysetList(keys.promotions(brandId), (paging) =>
    api.get('/api/admin/promotions', { query: { brandId, ...paging } }),
  );
}

export function usePromotionDays(rrule: string | undefined, startsAt: string | undefined) {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.promotionDays(brandId, rrule ?? '', startsAt ?? ''),
    enabled: rrule !== undefined && startsAt !== undefined,
    queryFn: () =>
      api.get('/api/admin/promotion-days', {
        query: { brandId, rrule: rrule ?? '', startsAt: startsAt ?? '' },
      }),
  });
}

export function useCouponTemplates() {
  const brandId = useBrandId();
  return useKeysetList(keys.couponTemplates(brandId), (paging) =>
    api.get('/api/admin/coupon-templates', { query: { brandId, ...paging } }),
  );
}

/** While one is running its progress is asked for again and again. */
export function useCouponBatches() {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.couponBatches(brandId),
    refetchInterval: ({ state }) => (state.data?.some((batch) => batch.state === 'running') ? 2_000 : false),
    queryFn: async () =>
      (await api.get('/api/admin/coupon-batches', { query: { brandId, limit: 20 } })).items,
  });
}

export function useCouponDrops() {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.couponDrops(brandId),
    queryFn: async () => (await api.get('/api/admin/coupon-drops', { query: { brandId, limit: 20 } })).items,
  });
}

/** Every SKU of the brand, to choose from. */
export function useSkuOptions() {
  const brandId = useBrandId();
  const products = useProductsWhole();
  return {
    brandId,
    skus: (products.data ?? []).flatMap((product) =>
      product.skus.map((sku) => ({
        value: sku.id,
        label: sku.name === product.name ? sku.name : `${product.name} ${sku.name}`,
      })),
    ),
    products: (products.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}

function useProductsWhole() {
  const brandId = useBrandId();
  return useQuery({
    queryKey: keys.products(brandId, { whole: true }),
    queryFn: () => allPages((paging) => api.get('/api/admin/products', { query: { brandId, ...paging } })),
  });
}

export function usePricingChanged() {
  const queryClient = useQueryClient();
  return useCallback(() => queryClient.invalidateQueries({ queryKey: ['pricing'] }), [queryClient]);
}
