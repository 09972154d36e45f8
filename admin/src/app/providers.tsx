import { useState, type ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
// From `es`: the CommonJS build of the locale leaves date pickers in English.
import zhCN from 'antd/es/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import { createQueryClient } from './query-client';
import { themeOf } from './theme';

const THEME = themeOf();

export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider locale={zhCN} theme={THEME} button={{ autoInsertSpace: false }}>
        <App>{children}</App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
