import type { ErrorCode } from '@regulars/shared';
import { toPublicId } from '../../src/platform/ids/index.js';
import { NEW_ADDRESS, type Side } from './side.js';
import type { Credentials } from './two-brands.js';

/** A call that succeeds, but for its method and path. */
export interface Call {
  /** Who may make it; by default the first brand's member, clerk or owner, as the route asks. */
  readonly as?: Credentials;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Signed in just as the route asks, and still with no business there. */
export const OUTSIDERS = {
  visitor: ['neighbour', 'stranger'],
  member: ['neighbour', 'stranger'],
  staff: ['colleague', 'rivalClerk'],
  admin: ['rivalOwner'],
} as const;
export type Outsider = (typeof OUTSIDERS)[keyof typeof OUTSIDERS][number];

export interface Example {
  readonly call: (own: Side) => Call | Promise<Call>;
  /**
   * Every outsider is refused, but for those named here: 'own' gets what is theirs and nothing of the owner's;
   * anything else is the reason why they may do the same, and is not tried.
   */
  readonly open?: Readonly<Partial<Record<Outsider, string>>>;
  /** How outsiders are refused where it is not by not finding anything: as whoever names what isn't there. */
  readonly refusedWith?: ErrorCode;
}

/** The route names nothing: it is about whoever calls. */
const ABOUT_THE_CALLER = { neighbour: 'own', stranger: 'own' } as const;
/** About whoever calls, who must be a member of the brand. */
const ABOUT_THE_BRANDS_MEMBER = { neighbour: 'own' } as const;
const CONSENTS = [
  { purpose: 'service', given: true },
  { purpose: 'marketing', given: false },
];

const ofBrand = ({ brandId }: Side): Call => ({ query: { brandId } });

const ofMember = async (own: Side): Promise<Call> => ({
  path: { id: await own.memberId() },
  query: { brandId: own.brandId },
});

async function newProduct(own: Side): Promise<Record<string, unknown>> {
  return {
    categoryId: await own.categoryId(),
    name: '挂耳咖啡',
    subtitle: '十包',
    description: '出差也能喝一杯。',
    pictures: ['/media/drip.png'],
    status: 'on_sale',
    position: 3,
    skus: [{ name: '十包装', priceFen: 4800, memberPriceFen: null }],
  };
}

const newStore = {
  kind: 'store',
  name: '外滩店',
  city: '上海',
  address: '黄浦区中山东一路 1 号',
  lat: 31.24,
  lng: 121.49,
  opensAt: '08:00',
  closesAt: '22:00',
  phone: '021-63210000',
  checkInLocation: 'soft',
  checkInRadiusM: 300,
};

/** One for each operation of the contract; a route without one fails the tests. WeChat's hooks are signed, not signed in to. */
export const EXAMPLES: Readonly<Record<string, Example | 'signed by WeChat'>> = {
  payHooks_transactions: 'signed by WeChat',
  payHooks_refunds: 'signed by WeChat',

  // open to all
  adminSession_open: { call: async (own) => ({ body: await own.signIn() }) },
  memberBrands_find: { call: ({ brandId }) => ({ path: { id: brandId } }) },
  memberBrands_list: { call: () => ({}) },
  memberLiveCodes_resolve: {
    call: async (own) => ({
      path: { code: (await own.liveCode()).code },
      query: { lat: '31.2', lng: '121.4' },
    }),
  },
  memberRewards_list: { call: ofBrand },
  memberSession_open: {
    call: async ({ town, member }) => ({
      body: { appId: town.appId, code: await town.wechat.loginCode(member.openid) },
    }),
  },
  memberStores_list: { call: ({ brandId }) => ({ query: { brandId, lat: '31.2', lng: '121.4' } }) },
  storefront_categories: { call: ofBrand },
  storefront_list: { call: ofBrand },
  storefront_show: {
    call: async (own) => ({
      path: { id: (await own.product()).id },
      query: { storeId: own.storeId },
    }),
  },

  // the member
  cancelOrder_cancel: { call: async (own) => ({ path: { id: (await own.order()).id } }) },
  customerCheckIn_create: {
    call: async (own) => ({
      as: await own.newcomer(),
      body: { storeCode: own.shop.store.code, lat: 31.1955, lng: 121.4371 },
    }),
    open: ABOUT_THE_BRANDS_MEMBER,
  },
  join_join: {
    call: async ({ town, brandId }) => ({
      as: await town.visitor(),
      body: { brandId, consents: CONSENTS, profile: { name: '阿禾', birthday: '1990-05-21' } },
    }),
    open: { neighbour: 'is a member already and keeps the card', stranger: 'whoever likes may join' },
  },
  memberAddresses_add: {
    call: async (own) => ({ as: await own.newcomer(), body: NEW_ADDRESS }),
    open: ABOUT_THE_CALLER,
  },
  memberAddresses_list: {
    call: async (own) => {
      await own.address();
      return {};
    },
    open: ABOUT_THE_CALLER,
  },
  memberAddresses_remove: { call: async (own) => ({ path: { id: await own.address() } }) },
  memberCardCode_show: { call: ofBrand, open: ABOUT_THE_BRANDS_MEMBER },
  memberCard_find: { call: ofBrand, open: ABOUT_THE_BRANDS_MEMBER },
  memberCheckIns_list: {
    call: async (own) => {
      await own.visit();
      return ofBrand(own);
    },
    open: ABOUT_THE_CALLER,
  },
  memberConsents_decide: {
    call: ({ brandId }) => ({ body: { brandId, purpose: 'marketing', given: true } }),
    open: ABOUT_THE_BRANDS_MEMBER,
  },
  memberConsents_list: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberMe_change: {
    call: () => ({ body: { name: '林小满', birthday: '1990-05-21' } }),
    open: ABOUT_THE_CALLER,
  },
  memberMe_erase: {
    call: async (own) => ({ as: await own.newcomer(), body: { confirm: '删除我的账户' } }),
    open: {
      neighbour: 'may leave, and is still needed here',
      stranger: 'may leave, and is still needed here',
    },
  },
  memberMe_find: { call: () => ({}), open: ABOUT_THE_CALLER },
  memberMe_phone: {
    call: async (own) => {
      const as = await own.newcomer();
      return { as, body: { phoneCode: await as.phoneCode() } };
    },
    open: ABOUT_THE_CALLER,
  },
  memberOrder_show: { call: async (own) => ({ path: { id: (await own.paidOrder()).id } }) },
  memberOrder_showByTradeNo: {
    call: async (own) => ({ path: { outTradeNo: (await own.order()).outTradeNo } }),
  },
  memberOrders_list: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberOrders_place: {
    call: async (own) => ({ body: { ...(await own.cartToTheDoor()), expectedPayFen: 5800, note: '少冰' } }),
    refusedWith: 'fulfilment_unavailable',
  },
  memberOrders_quote: {
    call: async (own) => ({ body: await own.cart() }),
    open: ABOUT_THE_CALLER,
  },
  memberPayments_begin: { call: async (own) => ({ path: { id: (await own.order()).id } }) },
  memberPoints_balance: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberPoints_entries: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberRedemptions_cancel: { call: async (own) => ({ path: { id: (await own.redemption()).id } }) },
  memberRedemptions_list: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberRedemptions_redeem: {
    call: async (own) => ({ body: { rewardId: await own.reward(), storeId: own.storeId } }),
    open: ABOUT_THE_BRANDS_MEMBER,
  },
  memberRefunds_request: {
    call: async (own) => ({ path: { id: (await own.paidOrder()).id }, body: { reason: '买错了' } }),
  },
  memberStaffInvitations_accept: {
    call: async (own) => ({
      as: await own.newcomer(),
      body: { code: (await own.hired()).invitation.code },
    }),
    open: ABOUT_THE_CALLER,
  },

  // the clerk
  staffCheckIn_create: {
    call: async (own) => ({
      body: { memberCode: await own.cardCode(await own.newcomer()), storeId: own.storeId },
    }),
  },
  staffDesk_find: {
    call: async (own) => ({ body: { memberCode: await own.cardCode() } }),
    open: { colleague: 'a card is shown in any store of its brand' },
  },
  staffDesk_today: { call: ({ storeId }) => ({ query: { storeId } }) },
  staffMe_find: { call: () => ({}), open: { colleague: 'own', rivalClerk: 'own' } },
  staffPickups_collect: {
    call: async (own) => ({ body: { code: (await own.paidOrder()).pickupCode } }),
  },
  staffPickups_ready: { call: async (own) => ({ body: { code: (await own.paidOrder()).pickupCode } }) },
  staffPickups_show: { call: async (own) => ({ path: { code: (await own.paidOrder()).pickupCode } }) },
  staffRedemptions_collect: {
    call: async (own) => ({ body: { code: (await own.redemption()).code } }),
  },
  staffRedemptions_find: { call: async (own) => ({ path: { code: (await own.redemption()).code } }) },
  staffStoreCode_show: { call: ({ storeId }) => ({ path: { id: storeId } }) },

  // the brand's owner
  adminAudit_list: { call: ofBrand },
  adminCard_find: { call: ofMember },
  adminCatalogue_categories: { call: ofBrand },
  adminCatalogue_change: {
    call: async (own) => {
      const { id, skuId } = await own.product();
      const skus = [{ id: skuId, name: '一斤装', priceFen: 12_800, memberPriceFen: 10_800 }];
      return { path: { id }, body: { ...(await newProduct(own)), skus } };
    },
  },
  adminCatalogue_create: {
    call: async (own) => ({ body: { ...(await newProduct(own)), brandId: own.brandId } }),
  },
  adminCatalogue_createCategory: { call: ({ brandId }) => ({ body: { brandId, name: '器具' } }) },
  adminCatalogue_list: { call: ofBrand },
  adminCatalogue_show: { call: async (own) => ({ path: { id: (await own.product()).id } }) },
  adminCheckIns_list: {
    call: async (own) => {
      await own.visit();
      return ofMember(own);
    },
  },
  adminLiveCodes_change: {
    call: async (own) => ({
      path: { id: (await own.liveCode()).id },
      body: { name: '外带窗口', storeIds: [own.storeId], defaultStoreId: own.storeId },
    }),
  },
  adminLiveCodes_create: { call: ({ newLiveCode }) => ({ body: newLiveCode }) },
  adminLiveCodes_list: { call: ofBrand },
  adminLiveCodes_qr: { call: async (own) => ({ path: { id: (await own.liveCode()).id } }) },
  adminMemberOrders_list: { call: ofMember },
  adminMembers_find: { call: ofMember },
  adminMembers_list: { call: ofBrand },
  adminOrder_show: { call: async (own) => ({ path: { id: (await own.parcel()).id } }) },
  adminOrders_list: { call: ofBrand },
  adminOrders_ship: {
    call: async (own) => ({
      path: { id: (await own.parcel()).id },
      body: { company: 'SF', trackingNo: 'SF1234567890' },
    }),
  },
  adminOverview_show: { call: ofBrand },
  adminPhoneReveal_reveal: {
    call: async (own) => ({
      path: { id: await own.memberId() },
      body: { brandId: own.brandId, reason: '联系顾客处理退款' },
    }),
  },
  adminPoints_entries: { call: ofMember },
  adminRefunds_request: {
    call: async (own) => ({ path: { id: (await own.paidOrder()).id }, body: { reason: '门店缺货' } }),
  },
  adminRewards_change: {
    call: async (own) => ({
      path: { id: await own.reward() },
      body: { name: '双人手冲壶', stockChange: 5, endsAt: '2030-01-01T00:00:00+08:00' },
    }),
  },
  adminRewards_create: { call: ({ newReward }) => ({ body: newReward }) },
  adminRewards_list: { call: ofBrand },
  adminSession_close: {
    call: async ({ town, shop }) => ({ as: await town.admin([shop.brand.id]) }),
    open: { rivalOwner: 'signs out, and is still needed here' },
  },
  adminSession_me: { call: () => ({}), open: { rivalOwner: 'own' } },
  adminStaff_end: { call: async (own) => ({ path: { id: (await own.hired()).staff.id } }) },
  adminStaff_hire: {
    call: ({ brandId, storeId }) => ({ body: { brandId, name: '小满', role: 'clerk', storeIds: [storeId] } }),
  },
  adminStaff_invite: { call: async (own) => ({ path: { id: (await own.hired()).staff.id } }) },
  adminStaff_list: { call: ofBrand },
  adminStock_adjust: {
    call: async (own) => ({
      body: { skuId: (await own.product()).skuId, storeId: own.storeId, quantity: 3, reason: '到货' },
    }),
  },
  adminStock_list: { call: ({ brandId, storeId }) => ({ query: { brandId, storeId } }) },
  adminStores_change: {
    call: async ({ town, shop }) => ({
      path: { id: toPublicId('store', (await town.store(shop.brand.id)).id) },
      body: { name: '漕河泾店', archived: true },
    }),
  },
  adminStores_create: { call: ({ brandId }) => ({ body: { brandId, ...newStore } }) },
  adminStores_list: { call: ofBrand },
};
