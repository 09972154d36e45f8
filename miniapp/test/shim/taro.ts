import { useEffect } from 'react';

/** The phone that Taro speaks to in tests. Its person decides; what was called is remembered. */
export const phone = {
  query: {} as Record<string, string>,
  storage: new Map<string, unknown>(),
  scan: undefined as string | undefined,
  location: undefined as { latitude: number; longitude: number } | undefined,
  /** What the payment sheet answers. */
  payment: 'ok' as 'ok' | 'cancel' | 'fail',
  confirms: true,
};

interface Sent {
  method: string;
  url: string;
  data?: string;
  header?: Record<string, string>;
}

const unanswered = (): Promise<{ statusCode: number; data: unknown }> =>
  Promise.reject(new Error('request:fail'));

const Taro = {
  request: jest.fn<Promise<{ statusCode: number; data: unknown }>, [Sent]>(unanswered),
  login: jest.fn(() => Promise.resolve({ code: 'a-login-code' })),
  getStorageSync: (key: string) => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void phone.storage.set(key, value),
  removeStorageSync: (key: string) => void phone.storage.delete(key),
  scanCode: jest.fn(() =>
    phone.scan === undefined
      ? Promise.reject(new Error('scanCode:fail cancel'))
      : Promise.resolve({ result: phone.scan }),
  ),
  getLocation: jest.fn(() =>
    phone.location
      ? Promise.resolve(phone.location)
      : Promise.reject(new Error('getLocation:fail auth deny')),
  ),
  getSetting: () => Promise.resolve({ authSetting: { 'scope.userLocation': phone.location !== undefined } }),
  requestPayment: jest.fn((_parameters: object) =>
    phone.payment === 'ok'
      ? Promise.resolve({})
      : Promise.reject(Object.assign(new Error(), { errMsg: `requestPayment:fail ${phone.payment}` })),
  ),
  showToast: jest.fn((_toast: { title: string }) => Promise.resolve()),
  showModal: jest.fn((_question: { title: string }) => Promise.resolve({ confirm: phone.confirms })),
  setClipboardData: jest.fn(() => Promise.resolve()),
  makePhoneCall: jest.fn(() => Promise.resolve()),
  openLocation: jest.fn(() => Promise.resolve()),
  setNavigationBarTitle: jest.fn(() => Promise.resolve()),
  stopPullDownRefresh: jest.fn(),
  getCurrentPages: () => [{}],
  navigateTo: jest.fn((_to: { url: string }) => Promise.resolve()),
  redirectTo: jest.fn((_to: { url: string }) => Promise.resolve()),
  switchTab: jest.fn((_to: { url: string }) => Promise.resolve()),
  navigateBack: jest.fn(() => Promise.resolve()),
  getNetworkType: () => Promise.resolve({ networkType: 'wifi' }),
  onNetworkStatusChange: () => undefined,
};

// eslint-disable-next-line no-restricted-exports -- as Taro does
export default Taro;

export const useRouter = () => ({ params: phone.query });
export const useDidHide = () => undefined;
export const useReachBottom = () => undefined;
export const usePullDownRefresh = () => undefined;
export const useShareAppMessage = () => undefined;

export function useDidShow(shown: () => void): void {
  useEffect(() => {
    shown();
    // Once: a page is shown once in a test.
  }, []);
}
