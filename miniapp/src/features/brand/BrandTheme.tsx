import type { ReactNode } from 'react';
import { PrimaryColor } from '@/ui/theme';
import { useBrand } from './use-brand';

/** Gives everything below the colour of the brand the customer is in. */
export function BrandTheme({ children }: { children: ReactNode }) {
  const brand = useBrand();
  return <PrimaryColor.Provider value={brand?.theme.primary}>{children}</PrimaryColor.Provider>;
}
