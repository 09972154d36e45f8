import { useEffect } from 'react';
import { chooseBrand } from './current-brand';

/** Whoever opens something of a brand (a shared page, a product) is in that brand from then on. */
export function useBrandFrom(brandId: string | undefined): void {
  useEffect(() => {
    if (brandId) {
      chooseBrand(brandId);
    }
  }, [brandId]);
}
