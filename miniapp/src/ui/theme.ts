import { brandPalette, cssVariables } from '@regulars/shared/tokens';
import { createContext, useContext, useMemo, type CSSProperties } from 'react';

/** The primary colour of the brand the customer is in. */
export const PrimaryColor = createContext<string | undefined>(undefined);

/** The brand's colours as CSS variables, for the root of a page (and of anything shown outside one). */
export function useThemeStyle(): CSSProperties {
  const primary = useContext(PrimaryColor);
  return useMemo(() => cssVariables(brandPalette(primary)) as CSSProperties, [primary]);
}
