import Taro from '@tarojs/taro';

// WeChat keeps ten pages at most; from here on a new one takes the place of the last.
const DEEPEST_STACK = 9;

export const TABS = {
  home: '/pages/home/index',
  shop: '/pages/shop/index',
  card: '/pages/card/index',
  me: '/pages/me/index',
} as const;
export type Tab = keyof typeof TABS;

export const PAGES = {
  join: '/pages/join/index',
  product: '/packages/trade/product/index',
  cart: '/packages/trade/cart/index',
  checkout: '/packages/trade/checkout/index',
  orders: '/packages/trade/orders/index',
  order: '/packages/trade/order/index',
  addresses: '/packages/trade/addresses/index',
  points: '/packages/loyalty/points/index',
  rewards: '/packages/loyalty/rewards/index',
  redemptions: '/packages/loyalty/redemptions/index',
  checkIn: '/packages/loyalty/check-in/index',
  profile: '/packages/member/profile/index',
  consents: '/packages/member/consents/index',
  erasure: '/packages/member/erasure/index',
  privacy: '/packages/member/privacy/index',
  workbench: '/packages/staff/workbench/index',
  staffMember: '/packages/staff/member/index',
  handOver: '/packages/staff/hand-over/index',
  today: '/packages/staff/today/index',
  storeCode: '/packages/staff/store-code/index',
} as const;
export type PageName = keyof typeof PAGES;

export function open(page: PageName, query: Record<string, string | undefined> = {}): void {
  const url = address(page, query);
  void (Taro.getCurrentPages().length >= DEEPEST_STACK ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
}

/** Opens a page in place of this one, so that going back does not return here. */
export function replaceWith(page: PageName, query: Record<string, string | undefined> = {}): void {
  void Taro.redirectTo({ url: address(page, query) });
}

export function openTab(tab: Tab): void {
  void Taro.switchTab({ url: TABS[tab] });
}

export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) {
    void Taro.navigateBack();
  } else {
    openTab('home');
  }
}

export function address(page: PageName, query: Record<string, string | undefined>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length > 0 ? `${PAGES[page]}?${pairs.join('&')}` : PAGES[page];
}
