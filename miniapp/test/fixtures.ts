import type { components } from '@regulars/shared/api';

type Schemas = components['schemas'];

// Typed by the contract: when an answer changes its shape, these stop compiling.
const AT = '2026-06-01T04:00:00.000Z';

export const brand: Schemas['BrandView'] = {
  id: 'br_1',
  programId: 'pg_1',
  name: '晴檐咖啡',
  slogan: '天晴天雨，檐下都有一杯热的',
  industry: '咖啡',
  logoUrl: '/media/logo.png',
  coverUrl: '/media/cover.png',
  theme: { primary: '#b5532a' },
  persona: { name: '小檐', role: '总店长', avatarUrl: '/media/persona.png', greeting: '进来坐坐。' },
};

export const store: Schemas['StoreView'] = {
  id: 'st_1',
  brandId: brand.id,
  name: '湖南路店',
  city: '上海',
  address: '徐汇区湖南路',
  lat: 31.2087,
  lng: 121.4392,
  opensAt: '07:30',
  closesAt: '21:30',
  phone: '02100001001',
  open: true,
  distanceM: null,
};

export const card: Schemas['CardView'] = {
  brandId: brand.id,
  cardNo: '599435868741',
  tier: { name: '邻居', level: 1, next: { name: '常客', growthNeeded: 500 } },
  growth: 0,
  points: { available: 1128, pending: 0, debt: 0 },
  benefits: [{ title: '会员价', text: '饮品按会员价' }],
  savedFen: 0,
  joinedAt: AT,
  store: { id: store.id, name: store.name },
};

export const liveCode: Schemas['ResolvedCodeView'] = {
  code: 'yGb8k552GR',
  brand,
  store,
  stores: [store],
  promise: '入会送一杯燕麦拿铁。',
  exits: ['join'],
};

export const productItem: Schemas['ProductCardView'] = {
  id: 'pr_1',
  categoryId: 'ca_1',
  name: '檐下拿铁',
  subtitle: '坚果香',
  pictureUrl: '/media/latte.png',
  priceFen: 2600,
  memberPriceFen: 2300,
  soldOut: false,
};

export const product: Schemas['ProductView'] = {
  ...productItem,
  brandId: brand.id,
  description: '一杯热的。',
  pictures: ['/media/latte.png'],
  skus: [
    { id: 'sk_1', name: '中杯', priceFen: 2600, memberPriceFen: 2300, available: 9 },
    { id: 'sk_2', name: '大杯', priceFen: 3000, memberPriceFen: 2700, available: 0 },
  ],
};

export const quote: Schemas['QuoteView'] = {
  lines: [
    {
      skuId: 'sk_1',
      productId: product.id,
      name: '檐下拿铁 中杯',
      pictureUrl: product.pictureUrl,
      quantity: 1,
      listFen: 2600,
      totalFen: 2300,
      available: 9,
    },
  ],
  steps: [
    { rule: 'list', label: '商品金额', amountFen: 2600 },
    { rule: 'member', label: '会员价优惠', amountFen: -300 },
  ],
  goodsFen: 2600,
  discountFen: 300,
  freightFen: 0,
  payFen: 2300,
};

export const order: Schemas['OrderView'] = {
  steps: quote.steps,
  goodsFen: 2600,
  discountFen: 300,
  freightFen: 0,
  payFen: 2300,
  id: 'or_1',
  outTradeNo: '20260601000000000000000001',
  brandId: brand.id,
  status: 'pending_payment',
  paidFen: 0,
  refundedFen: 0,
  lines: quote.lines,
  fulfilment: {
    kind: 'pickup',
    store: { id: store.id, name: store.name, address: store.address, phone: store.phone },
    address: null,
    company: null,
    trackingNo: null,
  },
  pickupCode: null,
  note: '',
  createdAt: AT,
  expiresAt: '2099-06-01T04:15:00.000Z',
  paidAt: null,
  events: [{ at: AT, status: 'pending_payment', note: '订单已提交' }],
  refunds: [],
};

export const paidOrder: Schemas['OrderView'] = {
  ...order,
  status: 'paid',
  paidFen: order.payFen,
  pickupCode: 'ZR5T4KRC',
  paidAt: AT,
  expiresAt: null,
};

export const payment: Schemas['PaymentParametersView'] = {
  timeStamp: '1780286400',
  nonceStr: 'NONCE',
  package: 'prepay_id=wx0001',
  signType: 'RSA',
  paySign: 'SIGN',
};

export const me: Schemas['MeView'] = {
  memberId: 'me_1',
  name: '林小满',
  phoneMasked: '142****0001',
  birthday: null,
  memberships: [{ brandId: brand.id, cardNo: card.cardNo, joinedAt: AT }],
  staff: null,
};

export const workplace: Schemas['WorkplaceView'] = {
  name: '赵雅静',
  role: 'clerk',
  brandId: brand.id,
  stores: [{ id: store.id, name: store.name }],
  permissions: ['members.look-up', 'pickups.hand-over', 'redemptions.collect'],
};

export const reward: Schemas['RewardView'] = {
  id: 'rw_1',
  name: '海盐可颂一只',
  kind: 'gift',
  pictureUrl: '/media/croissant.png',
  points: 140,
  stock: 12,
  description: '当天出炉。',
  perMemberLimit: null,
  redeemable: true,
  reason: null,
};

export const redemption: Schemas['RedemptionView'] = {
  id: 'rd_1',
  reward: { id: reward.id, name: reward.name, kind: 'gift', pictureUrl: reward.pictureUrl },
  points: 140,
  status: 'ready',
  code: 'WRRL7RSAJX',
  couponText: null,
  store: null,
  at: AT,
  collectedAt: null,
};

export const checkIn: Schemas['CheckInView'] = {
  id: 'ci_1',
  store: { id: store.id, name: store.name },
  businessDay: '2026-06-01',
  kind: 'customer',
  points: 5,
  at: AT,
};
