import type { AppConfig } from './app-config';

export function loadConfig(): Promise<AppConfig> {
  return Promise.resolve({ apiBase: WEAPP_API_BASE, appId: WEAPP_APP_ID, wechatBase: null });
}
