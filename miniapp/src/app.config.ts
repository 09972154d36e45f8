import { COLORS } from '@regulars/shared/tokens';

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/shop/index', 'pages/card/index', 'pages/me/index', 'pages/join/index'],
  subPackages: [
    {
      root: 'packages/trade',
      pages: [
        'product/index',
        'cart/index',
        'checkout/index',
        'orders/index',
        'order/index',
        'addresses/index',
      ],
    },
    {
      root: 'packages/loyalty',
      pages: ['points/index', 'rewards/index', 'redemptions/index', 'check-in/index'],
    },
    { root: 'packages/member', pages: ['profile/index', 'consents/index', 'erasure/index', 'privacy/index'] },
    {
      root: 'packages/staff',
      pages: ['workbench/index', 'member/index', 'hand-over/index', 'today/index', 'store-code/index'],
    },
  ],
  preloadRule: { 'pages/shop/index': { network: 'all', packages: ['packages/trade'] } },
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '老主顾',
    navigationBarBackgroundColor: COLORS.paper,
    navigationBarTextStyle: 'black',
    backgroundColor: COLORS.paper,
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: COLORS.inkFaint,
    selectedColor: COLORS.ink,
    backgroundColor: COLORS.surface,
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tab/home.png',
        selectedIconPath: 'assets/tab/home-on.png',
      },
      {
        pagePath: 'pages/shop/index',
        text: '选购',
        iconPath: 'assets/tab/shop.png',
        selectedIconPath: 'assets/tab/shop-on.png',
      },
      {
        pagePath: 'pages/card/index',
        text: '会员卡',
        iconPath: 'assets/tab/card.png',
        selectedIconPath: 'assets/tab/card-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/tab/me.png',
        selectedIconPath: 'assets/tab/me-on.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '用来找到离你最近的门店，并确认你已到店' } },
  __usePrivacyCheck__: true,
});
