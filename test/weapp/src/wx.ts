/** What turns pages when the mini-program asks for it. */
export interface Pages {
  open(route: string, query: Readonly<Record<string, string>>): unknown;
  close(): void;
}

export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export type Backend = (request: SentRequest) => Reply | 'offline';

interface Options {
  success?: (result: object) => void;
  fail?: (error: object) => void;
  complete?: (result: object) => void;
  [key: string]: unknown;
}

type Call = (options: Options) => unknown;

/** Decisions of the person who holds the phone. */
export interface Person {
  /** What the camera reads; null: the person turns back. */
  scan: string | null;
  pay: 'ok' | 'cancel';
  location: { latitude: number; longitude: number } | 'refused';
}

/** Taro takes over the names that it finds, so those without an answer of their own are named too. */
const NAMES = [
  'getScreenBrightness',
  'hideHomeButton',
  'hideLoading',
  'hideToast',
  'makePhoneCall',
  'offNetworkStatusChange',
  'onAppHide',
  'onAppShow',
  'onNeedPrivacyAuthorization',
  'onNetworkStatusChange',
  'openLocation',
  'openPrivacyContract',
  'openSetting',
  'pageScrollTo',
  'previewImage',
  'requestSubscribeMessage',
  'setClipboardData',
  'setKeepScreenOn',
  'setNavigationBarColor',
  'setNavigationBarTitle',
  'setScreenBrightness',
  'showActionSheet',
  'showLoading',
  'showShareMenu',
  'showToast',
  'stopPullDownRefresh',
  'vibrateShort',
] as const;

/** WeChat's API as far as the mini-program uses it: remembers every call, and answers as the person decides. */
export class Wx {
  readonly requests: SentRequest[] = [];
  readonly calls: { readonly name: string; readonly options: Options }[] = [];
  readonly person: Person = { scan: null, pay: 'ok', location: 'refused' };
  readonly api: object;
  private readonly storage = new Map<string, unknown>();
  private pages: Pages | undefined;

  constructor(private readonly backend: Backend) {
    const known: Record<string, unknown> = {
      ...Object.fromEntries(NAMES.map((name) => [name, this.other(name)])),
      ...this.known(),
    };
    this.api = new Proxy(known, {
      get: (_target, name) => {
        if (typeof name !== 'string') {
          return undefined;
        }
        return name in known ? known[name] : this.other(name);
      },
    });
  }

  attach(pages: Pages): void {
    this.pages = pages;
  }

  callsOf(name: string): Options[] {
    return this.calls.filter((call) => call.name === name).map(({ options }) => options);
  }

  private known(): Record<string, unknown> {
    const window = {
      windowWidth: 375,
      windowHeight: 724,
      screenWidth: 375,
      screenHeight: 812,
      pixelRatio: 2,
      statusBarHeight: 44,
      SDKVersion: '3.8.0',
      platform: 'ios',
      system: 'iOS 18.0',
      safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 },
    };
    return {
      // Taro asks whether it runs under a bundler of its own.
      webpackJsonp: undefined,
      canIUse: () => true,
      getSystemInfoSync: () => window,
      getWindowInfo: () => window,
      getAppBaseInfo: () => window,
      getDeviceInfo: () => window,
      getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'release' } }),
      getLaunchOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
      getEnterOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
      getMenuButtonBoundingClientRect: () => ({
        top: 48,
        bottom: 80,
        left: 278,
        right: 365,
        width: 87,
        height: 32,
      }),
      getUpdateManager: () => new Proxy({}, { get: () => () => undefined }),
      getStorageSync: (key: string) => this.storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => this.storage.set(key, value),
      removeStorageSync: (key: string) => this.storage.delete(key),
      getStorageInfoSync: () => ({ keys: [...this.storage.keys()] }),
      createSelectorQuery: () => selectorQuery(),
      nextTick: (work: () => void) => setTimeout(work, 0),
      login: this.answering('login', () => ({ code: 'a-login-code', errMsg: 'login:ok' })),
      getPrivacySetting: this.answering('getPrivacySetting', () => ({
        needAuthorization: false,
        privacyContractName: '隐私保护指引',
      })),
      requirePrivacyAuthorize: this.answering('requirePrivacyAuthorize', () => ({ errMsg: 'ok' })),
      getNetworkType: this.answering('getNetworkType', () => ({ networkType: 'wifi' })),
      request: (options: Options) => this.request(options),
      requestPayment: this.answering(
        'requestPayment',
        () => (this.person.pay === 'ok' ? { errMsg: 'requestPayment:ok' } : undefined),
        'requestPayment:fail cancel',
      ),
      scanCode: this.answering(
        'scanCode',
        () =>
          this.person.scan === null
            ? undefined
            : { result: this.person.scan, scanType: 'QR_CODE', errMsg: 'ok' },
        'scanCode:fail cancel',
      ),
      getLocation: this.answering(
        'getLocation',
        () => (this.person.location === 'refused' ? undefined : this.person.location),
        'getLocation:fail auth deny',
      ),
      getSetting: this.answering('getSetting', () => ({ authSetting: {} })),
      showModal: this.answering('showModal', () => ({ confirm: true, cancel: false })),
      navigateTo: this.answering('navigateTo', (options) => this.navigate(options)),
      redirectTo: this.answering('redirectTo', (options) => this.navigate(options, true)),
      switchTab: this.answering('switchTab', (options) => this.navigate(options, true)),
      reLaunch: this.answering('reLaunch', (options) => this.navigate(options, true)),
      navigateBack: this.answering('navigateBack', () => {
        setTimeout(() => this.pages?.close(), 0);
        return {};
      }),
    };
  }

  /** Remembered, and answered in a later turn, as WeChat does. */
  private answering(
    name: string,
    answer: (options: Options) => object | undefined,
    refusal = `${name}:fail`,
  ): Call {
    return (options: Options = {}) => {
      this.calls.push({ name, options });
      setTimeout(() => {
        const result = answer(options);
        if (result) {
          options.success?.(result);
        } else {
          options.fail?.({ errMsg: refusal });
        }
        options.complete?.(result ?? { errMsg: refusal });
      }, 0);
      return undefined;
    };
  }

  private other(name: string): unknown {
    if (name.startsWith('on') || name.startsWith('off')) {
      return () => undefined;
    }
    return this.answering(name, () => ({ errMsg: `${name}:ok` }));
  }

  private navigate(options: Options, replace = false): object {
    const [route = '', search = ''] = String(options.url).replace(/^\//, '').split('?');
    setTimeout(() => {
      if (replace) {
        this.pages?.close();
      }
      this.pages?.open(route, Object.fromEntries(new URLSearchParams(search)));
    }, 0);
    return { errMsg: 'ok' };
  }

  private request(options: Options): object {
    const url = new URL(String(options.url), 'https://api.example.com');
    const request: SentRequest = {
      method: typeof options.method === 'string' ? options.method : 'GET',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: Object.fromEntries(
        Object.entries((options.header ?? {}) as Record<string, string>).map(([name, value]) => [
          name.toLowerCase(),
          value,
        ]),
      ),
      body:
        typeof options.data === 'string' && options.data !== ''
          ? (JSON.parse(options.data) as unknown)
          : undefined,
    };
    this.requests.push(request);
    setTimeout(() => {
      const reply = this.backend(request);
      if (reply === 'offline') {
        options.fail?.({ errMsg: 'request:fail' });
        options.complete?.({ errMsg: 'request:fail' });
        return;
      }
      const result = {
        statusCode: reply.status,
        data: structuredClone(reply.body),
        header: {},
        errMsg: 'request:ok',
      };
      options.success?.(result);
      options.complete?.(result);
    }, 0);
    return {
      abort: () => undefined,
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
    };
  }
}

/** Components measure themselves; every element is as wide as the phone. */
function selectorQuery(): object {
  const rectangle = {
    left: 0,
    top: 0,
    right: 375,
    bottom: 40,
    width: 375,
    height: 40,
    scrollLeft: 0,
    scrollTop: 0,
  };
  const callbacks: ((result: object) => void)[] = [];
  const query: Record<string, unknown> = {};
  const chain = () => query;
  const measure = (callback?: (result: object) => void) => {
    callbacks.push(callback ?? (() => undefined));
    return query;
  };
  Object.assign(query, {
    in: chain,
    select: chain,
    selectAll: chain,
    selectViewport: chain,
    boundingClientRect: measure,
    scrollOffset: measure,
    fields: (_fields: object, callback?: (result: object) => void) => measure(callback),
    node: measure,
    context: measure,
    exec: (done?: (results: object[]) => void) => {
      setTimeout(() => {
        for (const callback of callbacks) {
          callback(rectangle);
        }
        done?.(callbacks.map(() => rectangle));
      }, 0);
    },
  });
  return query;
}
