import { QueryClientProvider } from '@tanstack/react-query';
import { useLaunch } from '@tarojs/taro';
import { useState, type ReactNode } from 'react';
import { createQueryClient } from './api/query-client';
import './app.scss';
import './ui/icons.scss';
import { BrandTheme } from './features/brand/BrandTheme';
import { watchNetwork } from './platform/network';
import { watchForUpdates } from './platform/updates';
import { showWechatDoor } from './platform/wechat-door';

function App({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);

  useLaunch(() => {
    watchNetwork();
    watchForUpdates();
    showWechatDoor().catch(() => undefined);
  });

  return (
    <QueryClientProvider client={client}>
      <BrandTheme>{children}</BrandTheme>
    </QueryClientProvider>
  );
}

// Taro wants the app and every page as the default export of its file.
export default App;
