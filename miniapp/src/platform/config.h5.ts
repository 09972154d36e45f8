import type { AppConfig } from './app-config';

// Asked at run time, so that ports can change without a build.
const ADDRESS = '/config.json';

let loading: Promise<AppConfig> | undefined;
let known: AppConfig | undefined;

export function loadConfig(): Promise<AppConfig> {
  loading ??= fetchConfig().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Without waiting: undefined until it has been loaded. */
export function knownConfig(): AppConfig | undefined {
  return known;
}

async function fetchConfig(): Promise<AppConfig> {
  const response = await fetch(ADDRESS);
  if (!response.ok) {
    throw new Error(`${ADDRESS} answered ${response.status}`);
  }
  const { apiBase, appId, wechatBase } = (await response.json()) as Partial<AppConfig>;
  known = { apiBase: apiBase ?? '', appId: appId ?? '', wechatBase: wechatBase ?? null };
  return known;
}
