import type { components } from '@regulars/shared/api';
import type { Reply, SentRequest } from './wx.js';

type Schemas = components['schemas'];

const AT = '2026-06-01T04:00:00.000Z';
const id = (prefix: string, letter: string) => `${prefix}_${letter.repeat(22)}`;

/** Everything here is typed by the contract: a view that changes stops these fixtures from compiling. */
const brand: Schemas['BrandView'] = {
  id: id('br', 'A'),
  programId: id('pg', 'A'),
  name: '晴檐咖啡',
  slogan: '天晴天雨，檐下都有一杯热的',
  industry: '咖啡',
  logoUrl: '/media/logo.png',
  coverUrl: '/media/cover.png',
  theme: { primary: '#b5532a' },
  persona: { name: '小檐', role: '总店长', avatarUrl: '/media/persona.png', greeting: '进来坐坐。' },
};

const store: Schemas['StoreView'] = {
  id: id('st', 'A'),
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

const card: Schemas['CardView'] = {
  brandId: brand.id,
  cardNo: '599435868741',
  tier: { name: '邻居', level: 1, next: { name: '常客', growthNeeded: 500 } },
  growth: 0,
  points: { available: 128, pending: 0, debt: 0 },
  benefits: [{ title: '会员价', text: '饮品按会员价' }],
  savedFen: 0,
  joinedAt: AT,
  store: { id: store.id, name: store.name },
};

const sku: Schemas['StockedSkuView'] = {
  id: id('sk', 'A'),
  name: '中杯',
  priceFen: 2600,
  memberPriceFen: 2300,
  available: 9,
};

const product: Schemas['ProductView'] = {
  id: id('pr', 'A'),
  brandId: brand.id,
  categoryId: id('ca', 'A'),
  name: '檐下拿铁',
  subtitle: '坚果香',
  pictureUrl: '/media/latte.png',
  priceFen: 2600,
  memberPriceFen: 2300,
  soldOut: false,
  description: '一杯热的。',
  pictures: ['/media/latte.png'],
  skus: [sku],
};

const line: Schemas['QuotedLineView'] = {
  skuId: sku.id,
  productId: product.id,
  name: '檐下拿铁 中杯',
  pictureUrl: product.pictureUrl,
  quantity: 1,
  listFen: 2600,
  totalFen: 2300,
  available: 9,
};

const quote: Schemas['QuoteView'] = {
  lines: [line],
  steps: [
    { rule: 'list', label: '商品金额', amountFen: 2600 },
    { rule: 'member', label: '会员价优惠', amountFen: -300 },
  ],
  goodsFen: 2600,
  discountFen: 300,
  freightFen: 0,
  payFen: 2300,
};

const { available: _available, ...orderLine } = line;

const { lines: _lines, ...price } = quote;

const order: Schemas['OrderView'] = {
  ...price,
  id: id('or', 'A'),
  outTradeNo: '20260601000000000000000001',
  brandId: brand.id,
  status: 'pending_payment',
  paidFen: 0,
  refundedFen: 0,
  lines: [orderLine],
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

const payment: Schemas['PaymentParametersView'] = {
  timeStamp: '1780286400',
  nonceStr: 'NONCE',
  package: 'prepay_id=wx0001',
  signType: 'RSA',
  paySign: 'SIGN',
};

const me: Schemas['MeView'] = {
  memberId: id('me', 'A'),
  name: '林小满',
  phoneMasked: '142****0001',
  birthday: null,
  memberships: [{ brandId: brand.id, cardNo: card.cardNo, joinedAt: AT }],
  staff: {
    name: '林小满',
    role: 'clerk',
    brandId: brand.id,
    stores: [{ id: store.id, name: store.name }],
    permissions: [
      'check-ins.make',
      'members.look-up',
      'pickups.hand-over',
      'redemptions.collect',
      'store-code.show',
      'today.see',
    ],
  },
};

export const CHECK_IN_CODE = 'YNKQ438V2U';
export const LIVE_CODE = 'yGb8k552GR';

/** A brand's server as one phone sees it. */
export class ShopBackend {
  /** Orders by the key under which they were placed, as the real server keeps them. */
  readonly placed = new Set<string>();
  joined: boolean;
  private paid = false;

  constructor({ joined = true } = {}) {
    this.joined = joined;
  }

  readonly answer = (request: SentRequest): Reply => {
    const routes: Readonly<Record<string, () => Reply>> = {
      'POST /api/member/session': () =>
        ok<'SessionView'>({
          token: 'token',
          expiresAt: '2099-01-01T00:00:00.000Z',
          memberId: this.joined ? me.memberId : null,
        }),
      'GET /api/member/brands': () => ok<'BrandListView'>({ items: [brand] }),
      [`GET /api/member/brands/${brand.id}`]: () => ok<'BrandView'>(brand),
      'GET /api/member/stores': () => ok<'StoreListView'>({ items: [store] }),
      [`GET /api/member/live-codes/${LIVE_CODE}`]: () =>
        ok<'ResolvedCodeView'>({
          code: LIVE_CODE,
          brand,
          store,
          stores: [store],
          promise: '入会送一杯',
          exits: ['join'],
        }),
      'GET /api/member/categories': () =>
        ok<'CategoryListView'>({ items: [{ id: product.categoryId, name: '咖啡' }] }),
      'GET /api/member/products': () => ok<'ProductCardPage'>({ items: [product], next: null }),
      [`GET /api/member/products/${product.id}`]: () => ok<'ProductView'>(product),
      'POST /api/member/memberships': () => {
        this.joined = true;
        return { ...ok<'CardView'>(card), status: 201 };
      },
      'GET /api/member/me': () => ok<'MeView'>(me),
      'GET /api/member/card': () =>
        this.joined ? ok<'CardView'>(card) : refusal(403, 'membership_required'),
      'GET /api/member/card/code': () =>
        ok<'CardCodeView'>({
          code: 'L1LBQA2KQSEHBB6LTMHL7L24AB3CK2Q',
          offlineCode: 'F1KBG9ELUQC4XLNEV77WJQQ9NB3CK2Q',
          expiresAt: '2099-01-01T00:00:00.000Z',
          refreshAfterSeconds: 30,
        }),
      'GET /api/member/points': () => ok<'PointsView'>(card.points),
      'POST /api/member/quotes': () => ok<'QuoteView'>(quote),
      'POST /api/member/orders': () => {
        this.placed.add(request.headers['idempotency-key'] ?? 'none');
        const { id: orderId, outTradeNo, status, payFen } = order;
        return { ...ok<'PlacedOrderView'>({ id: orderId, outTradeNo, status, payFen }), status: 201 };
      },
      [`POST /api/member/orders/${order.id}/payment`]: () => {
        this.paid = true;
        return ok<'PaymentParametersView'>(payment);
      },
      [`GET /api/member/orders/${order.id}`]: () =>
        ok<'OrderView'>(
          this.paid ? { ...order, status: 'paid', paidFen: 2300, paidAt: AT, pickupCode: 'AB23CD45' } : order,
        ),
      'GET /api/staff/today': () => ok<'TodayView'>({ checkIns: 13, pickups: [], redemptions: [] }),
      'POST /api/member/check-ins': () => ({
        ...ok<'CheckInView'>({
          id: id('ci', 'A'),
          store: { id: store.id, name: store.name },
          businessDay: '2026-06-01',
          kind: 'customer',
          points: 5,
          at: AT,
        }),
        status: 201,
      }),
    };
    const route = routes[`${request.method} ${request.path}`];
    if (route) {
      return route();
    }
    return request.method === 'GET'
      ? { status: 200, body: { items: [], next: null } }
      : refusal(404, 'not_found');
  };
}

export const IDS = { product: product.id, order: order.id, brand: brand.id, store: store.id };

function ok<N extends keyof Schemas>(body: Schemas[N]): Reply {
  return { status: 200, body };
}

function refusal(status: number, code: string): Reply {
  return {
    status,
    body: { type: 'about:blank', title: '不行', status, code, detail: '不行', requestId: 'r' },
  };
}
