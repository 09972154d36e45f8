import type { DeviceView } from '../devices/device-view.js';
import type { Decision } from '../devices/sheets.js';
import type { PageSetup } from '../page/page-routes.js';

const get = <T>(path: string): Promise<T> => call<T>('GET', path);
const post = <T>(path: string, body: object): Promise<T> => call<T>('POST', path, body);

export const readSetup = (): Promise<PageSetup> => get('/page/setup');

/** Takes a phone in hand; without an openid a new one belongs to somebody new. */
export const takePhone = (device: string, openid?: string): Promise<DeviceView> =>
  post('/devices', openid === undefined ? { device } : { device, openid });

/** Puts somebody else's WeChat on a phone. */
export const handOver = (device: string, openid: string): Promise<DeviceView> =>
  post(`/devices/${device}/identity`, { openid });

export const decide = (device: string, decision: Decision): Promise<DeviceView> =>
  post(`/devices/${device}/decision`, decision);

export const goTo = (
  device: string,
  place: { lat: number; lng: number } | { refused: true },
): Promise<DeviceView> => post(`/devices/${device}/location`, place);

/** What a code says right now, as the customer whose phone shows it. */
export const readCode = (codeId: string, openid: string): Promise<{ value: string }> =>
  post('/page/scans', { codeId, openid });

export const readOneTimeCode = (role: string): Promise<{ code: string; secondsLeft: number }> =>
  get(`/page/one-time-code?role=${encodeURIComponent(role)}`);

export const qrAddress = (text: string): string => `/page/qr.svg?text=${encodeURIComponent(text)}`;

/** Calls back with the state of a phone at once and after every change. */
export function watchPhone(device: string, tell: (state: DeviceView) => void): () => void {
  const source = new EventSource(`/devices/${device}/events`);
  source.addEventListener('state', (event) => tell(JSON.parse(String(event.data)) as DeviceView));
  return () => source.close();
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error('连不上微信替身，它可能正在重启。');
  });
  const answer: unknown = await response.json();
  if (!response.ok) {
    throw new Error((answer as { error?: string }).error ?? '微信替身没有听懂这个请求。');
  }
  return answer as T;
}
