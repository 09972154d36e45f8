import { useMemo, type ReactNode } from 'react';
import { App, ConfigProvider } from 'antd';
import { useBrandProfile } from './session';
import { themeOf } from './theme';

/** Everything inside wears the brand's colour; until it is known, the house's. */
export function BrandLook({ brandId, children }: { brandId: string; children: ReactNode }) {
  const primary = useBrandProfile(brandId).data?.theme.primary;
  const theme = useMemo(() => themeOf(primary), [primary]);
  return (
    <ConfigProvider theme={theme}>
      {/* Messages and questions are drawn by the nearest App, so it stands inside the brand's colour. */}
      <App>{children}</App>
    </ConfigProvider>
  );
}
