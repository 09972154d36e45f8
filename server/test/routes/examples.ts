import type { ErrorCode } from '@regulars/shared';
import sharp from 'sharp';
import { toPublicId } from '../../src/platform/ids/index.js';
import { NEW_ADDRESS, NEW_DROP, type Side } from './side.js';
import type { Credentials } from './two-brands.js';

/** A call that succeeds, but for its method and path. */
export interface Call {
  /** Who may make it; by default the first brand's member, clerk or owner, as the route asks. */
  readonly as?: Credentials;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Sent as the one file of a form. */
  readonly file?: Uint8Array;
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

const aSkuOfTheCart = async (own: Side) => ({
  body: { brandId: own.brandId, skuIds: [await own.cartLine()] },
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

const aPicture = (): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 6, channels: 3, background: '#7a4a2b' } })
    .png()
    .toBuffer();

const ANYBODY = { number: { name: 'days-since-joined', from: 0 } };
const aboutMembers = ({ brandId }: Side): Call => ({ body: { brandId, expression: ANYBODY } });

/** One for each operation of the contract; a route without one fails the tests. WeChat's hooks are signed, not signed in to. */
export const EXAMPLES: Readonly<Record<string, Example | 'signed by WeChat'>> = {
  messageHooks_accept: 'signed by WeChat',
  messageHooks_check: 'signed by WeChat',
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
  memberPromotions_list: { call: ofBrand },
  memberRewards_list: { call: ofBrand },
  memberSession_open: {
    call: async ({ town, member }) => ({
      body: { appId: town.appId, code: await town.wechat.loginCode(member.openid) },
    }),
  },
  memberStores_list: { call: ({ brandId }) => ({ query: { brandId, lat: '31.2', lng: '121.4' } }) },
  storefront_categories: { call: ofBrand },
  storefront_list: { call: ofBrand },
  storefront_related: { call: async (own) => ({ path: { id: (await own.product()).id } }) },
  storefront_suggestions: { call: ({ brandId }) => ({ query: { brandId, q: 'yn' } }) },
  storefront_tags: { call: ofBrand },
  storefront_show: {
    call: async (own) => ({
      path: { id: (await own.product()).id },
      query: { storeId: own.storeId },
    }),
  },

  memberGuarantees_list: { call: ofBrand },
  memberReviews_ofProduct: { call: async (own) => ({ path: { id: (await own.product()).id } }) },

  // the member
  memberAfterSales_list: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberAfterSales_sendBack: {
    call: async (own) => ({
      path: { id: (await own.approvedAfterSale()).id },
      body: { company: 'SF', trackingNo: 'SF1234567890' },
    }),
  },
  memberAfterSales_show: { call: async (own) => ({ path: { id: (await own.afterSale()).id } }) },
  memberAfterSales_withdraw: { call: async (own) => ({ path: { id: (await own.afterSale()).id } }) },
  memberGuarantees_terms: { call: async (own) => ({ path: { id: (await own.paidOrder()).id } }) },
  memberReviews_addMore: {
    call: async (own) => ({ path: { id: await own.heldReview() }, body: { text: '喝完了，还会再来' } }),
  },
  memberReviews_mine: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberReviews_ofOrder: { call: async (own) => ({ path: { id: (await own.paidOrder()).id } }) },
  memberReviews_write: { call: async (own) => ({ body: await own.newReview() }) },
  requestAfterSale_request: { call: async (own) => ({ body: await own.newAfterSale() }) },
  cancelOrder_cancel: { call: async (own) => ({ path: { id: (await own.order()).id } }) },
  claimCoupon_centre: { call: ofBrand, open: ABOUT_THE_CALLER },
  claimCoupon_claim: {
    call: async (own) => ({ path: { id: await own.couponTemplate() } }),
    open: ABOUT_THE_BRANDS_MEMBER,
  },
  claimCoupon_claimDrop: {
    call: async (own) => ({ path: { code: await own.couponDrop() } }),
    open: ABOUT_THE_BRANDS_MEMBER,
  },
  claimCoupon_drop: {
    call: async (own) => ({ path: { code: await own.couponDrop() } }),
    open: ABOUT_THE_CALLER,
  },
  customerCheckIn_create: {
    call: async (own) => ({
      as: await own.newcomer(),
      body: { storeCode: own.shop.store.code, lat: 31.1955, lng: 121.4371 },
    }),
    open: ABOUT_THE_BRANDS_MEMBER,
  },
  eraseMe_erase: {
    call: async (own) => ({ as: await own.newcomer(), body: { confirm: '删除我的账户' } }),
    open: {
      neighbour: 'may leave, and is still needed here',
      stranger: 'may leave, and is still needed here',
    },
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
  memberCart_add: {
    call: async (own) => ({
      body: { brandId: own.brandId, skuId: (await own.product()).skuId, quantity: 1 },
    }),
    open: ABOUT_THE_CALLER,
  },
  memberCart_clear: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberCart_merge: {
    call: async (own) => ({
      body: { brandId: own.brandId, lines: [{ skuId: (await own.product()).skuId, quantity: 1 }] },
    }),
    open: ABOUT_THE_CALLER,
  },
  memberCart_remove: { call: aSkuOfTheCart, open: ABOUT_THE_CALLER },
  memberCart_select: {
    call: async (own) => {
      const { body } = await aSkuOfTheCart(own);
      return { body: { ...body, selected: false } };
    },
  },
  memberCart_set: {
    call: async (own) => ({
      path: { id: (await own.product()).skuId },
      body: { brandId: own.brandId, quantity: 2 },
    }),
    open: ABOUT_THE_CALLER,
  },
  memberCart_show: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberCheckIns_list: {
    call: async (own) => {
      await own.visit();
      return ofBrand(own);
    },
    open: ABOUT_THE_CALLER,
  },
  memberCheckout_link: { call: async (own) => ({ path: { code: await own.checkoutLink() } }) },
  memberCheckout_requestInvoice: {
    call: async (own) => ({
      path: { id: (await own.paidOrder()).id },
      body: { kind: 'personal', title: '林小满', email: 'lin@example.com' },
    }),
  },
  memberCheckout_windows: {
    call: ({ brandId, storeId }) => ({ path: { id: storeId }, query: { brandId } }),
  },
  memberConsents_decide: {
    call: ({ brandId }) => ({ body: { brandId, purpose: 'marketing', given: true } }),
    open: ABOUT_THE_BRANDS_MEMBER,
  },
  memberConsents_list: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberCoupons_accept: {
    call: async (own) => ({ as: await own.newcomer(), body: { token: await own.transfer() } }),
    open: { neighbour: 'whoever has the link may take the coupon, once' },
  },
  memberCoupons_list: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberCoupons_offer: { call: async (own) => ({ path: { id: (await own.coupon()).id } }) },
  memberCoupons_offered: {
    call: async (own) => ({ path: { token: await own.transfer() } }),
    open: ABOUT_THE_CALLER,
  },
  memberCoupons_show: { call: async (own) => ({ path: { id: (await own.coupon()).id } }) },
  memberCoupons_withdraw: { call: async (own) => ({ path: { id: (await own.coupon()).id } }) },
  memberMe_change: {
    call: () => ({ body: { name: '林小满', birthday: '1990-05-21' } }),
    open: ABOUT_THE_CALLER,
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
  memberOrders_counts: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberOrders_list: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberOrders_place: {
    call: async (own) => ({ body: { ...(await own.cartToTheDoor()), expectedPayFen: 5800, note: '少冰' } }),
    refusedWith: 'fulfilment_unavailable',
  },
  memberOrders_receive: { call: async (own) => ({ path: { id: (await own.sentParcel()).id } }) },
  memberOrders_quote: {
    call: async (own) => ({ body: await own.cart() }),
    open: ABOUT_THE_CALLER,
  },
  memberPayments_begin: { call: async (own) => ({ path: { id: (await own.order()).id } }) },
  memberPictures_upload: { call: async () => ({ file: await aPicture() }), open: ABOUT_THE_CALLER },
  memberPoints_balance: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberPoints_entries: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberPoints_outlook: { call: ofBrand, open: ABOUT_THE_CALLER },
  memberGifts_fetch: {
    call: async (own) => ({
      as: await own.birthdayChild(),
      body: { brandId: own.brandId, kind: 'birthday' },
    }),
    open: { neighbour: 'has no birthday today' },
  },
  memberGifts_list: { call: ofBrand, open: ABOUT_THE_BRANDS_MEMBER },
  memberSignIns_find: { call: ofBrand, open: ABOUT_THE_BRANDS_MEMBER },
  memberSignIns_press: {
    call: ({ brandId }) => ({ body: { brandId } }),
    open: { neighbour: 'signs in for a day of their own' },
  },
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
  staffCoupons_find: {
    call: async (own) => ({
      path: { code: (await own.coupon()).code },
      query: { storeId: own.storeId },
    }),
  },
  staffCoupons_givable: {
    call: async (own) => {
      await own.couponTemplate();
      return {};
    },
    open: { colleague: 'own', rivalClerk: 'own' },
  },
  staffCoupons_give: {
    call: async (own) => ({
      body: { templateId: await own.couponTemplate(), memberCode: await own.cardCode() },
    }),
    open: { colleague: 'a card is shown in any store of its brand' },
  },
  staffCoupons_use: {
    call: async (own) => ({ body: { code: (await own.coupon()).code, storeId: own.storeId } }),
  },
  staffDesk_find: {
    call: async (own) => ({ body: { memberCode: await own.cardCode() } }),
    open: { colleague: 'a card is shown in any store of its brand' },
  },
  staffDesk_today: { call: ({ storeId }) => ({ query: { storeId } }) },
  staffMe_find: { call: () => ({}), open: { colleague: 'own', rivalClerk: 'own' } },
  staffAfterSales_approve: { call: async (own) => ({ path: { id: (await own.afterSale()).id }, body: {} }) },
  staffAfterSales_list: { call: ({ storeId }) => ({ query: { storeId } }) },
  staffAfterSales_receive: {
    call: async (own) => {
      const { id, lineId } = await own.approvedAfterSale();
      return { path: { id }, body: { lines: [{ lineId, disposition: 'restock' }] } };
    },
  },
  staffAfterSales_reject: {
    call: async (own) => ({ path: { id: (await own.afterSale()).id }, body: { reason: '已经拆封' } }),
  },
  staffAfterSales_show: { call: async (own) => ({ path: { id: (await own.afterSale()).id } }) },
  staffOrders_accept: { call: async (own) => ({ path: { id: (await own.paidOrder()).id } }) },
  staffOrders_list: { call: ({ storeId }) => ({ query: { storeId } }) },
  staffOrders_ready: { call: async (own) => ({ path: { id: (await own.paidOrder()).id } }) },
  staffOrders_ship: {
    call: async (own) => ({
      as: await own.warehouseClerk(),
      path: { id: (await own.parcel()).id },
      body: { company: 'ZTO', trackingNo: '78312345678901' },
    }),
  },
  staffOrders_show: { call: async (own) => ({ path: { id: (await own.paidOrder()).id } }) },
  staffRemarks_list: { call: async (own) => ({ path: { id: (await own.order()).id } }) },
  staffRemarks_remark: {
    call: async (own) => ({ path: { id: (await own.order()).id }, body: { text: '七点以后来取' } }),
  },
  staffRepricing_change: {
    call: async (own) => ({
      as: await own.manager(),
      path: { id: (await own.order()).id },
      body: { payFen: 5000, reason: '抹零' },
    }),
  },
  staffPickups_collect: {
    call: async (own) => ({ body: { code: (await own.paidOrder()).pickupCode } }),
  },
  staffPickups_ready: { call: async (own) => ({ body: { code: (await own.paidOrder()).pickupCode } }) },
  staffPickups_show: { call: async (own) => ({ path: { code: (await own.paidOrder()).pickupCode } }) },
  staffPointsNotices_list: {
    call: async (own) => {
      await own.pointsNotice();
      return { query: { storeId: own.storeId } };
    },
  },
  staffRedemptions_collect: {
    call: async (own) => ({ body: { code: (await own.redemption()).code } }),
  },
  staffRedemptions_find: { call: async (own) => ({ path: { code: (await own.redemption()).code } }) },
  staffStock_coming: { call: ({ storeId }) => ({ query: { storeId } }) },
  staffStock_list: {
    call: async (own) => {
      await own.product();
      await own.product();
      return { query: { storeId: own.storeId } };
    },
  },
  staffStock_receive: {
    call: async (own) => {
      const { id, skuId } = await own.stockTransfer('home');
      return { path: { id }, body: { lines: [{ skuId, quantity: 2 }] } };
    },
  },
  staffStoreCode_show: { call: ({ storeId }) => ({ path: { id: storeId } }) },

  // the brand's owner
  adminAudit_list: { call: ofBrand },
  adminCard_find: { call: ofMember },
  adminCategories_list: { call: ofBrand },
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
  adminCategories_create: {
    call: async (own) => ({
      body: { brandId: own.brandId, name: '器具', parentId: await own.categoryId() },
    }),
  },
  adminCategories_change: {
    call: async (own) => ({
      path: { id: await own.categoryId() },
      body: { name: '挂耳与速溶', parentId: await own.categoryId(), archived: true },
    }),
  },
  adminCategories_order: {
    call: async (own) => {
      const parentId = await own.categoryId();
      const ids = [await own.categoryId(parentId), await own.categoryId(parentId)];
      return { body: { brandId: own.brandId, parentId, ids: ids.toReversed() } };
    },
  },
  adminGoodsTags_list: { call: ofBrand },
  adminGoodsTags_addDimension: {
    call: ({ brandId }) => ({ body: { brandId, name: `风格${Math.random().toString(36).slice(2, 10)}` } }),
  },
  adminGoodsTags_removeDimension: {
    call: async (own) => ({ path: { id: (await own.goodsTag()).dimensionId } }),
  },
  adminGoodsTags_add: {
    call: async (own) => ({ body: { dimensionId: (await own.goodsTag()).dimensionId, name: '季节限定' } }),
  },
  adminGoodsTags_rename: {
    call: async (own) => ({ path: { id: (await own.goodsTag()).id }, body: { name: '老味道' } }),
  },
  adminGoodsTags_remove: { call: async (own) => ({ path: { id: (await own.goodsTag()).id } }) },
  adminTagImports_list: {
    call: async (own) => {
      await own.tagImport();
      await own.tagImport();
      return ofBrand(own);
    },
  },
  adminTagImports_create: {
    call: (own) => ({ query: { brandId: own.brandId }, file: Buffer.from(own.tagSheet) }),
  },
  adminTagImports_show: { call: async (own) => ({ path: { id: await own.tagImport() } }) },
  adminTagImports_failedRows: { call: async (own) => ({ path: { id: await own.tagImport() } }) },
  adminTagImports_confirm: { call: async (own) => ({ path: { id: await own.tagImport() } }) },
  adminCatalogue_list: { call: ofBrand },
  adminCatalogue_show: { call: async (own) => ({ path: { id: (await own.product()).id } }) },
  adminCheckout_changeLink: {
    call: async (own) => ({ path: { code: await own.checkoutLink() }, body: { active: false } }),
  },
  adminCheckout_createLink: {
    call: async (own) => ({
      body: {
        brandId: own.brandId,
        title: '早安组合',
        lines: [{ skuId: (await own.product()).skuId, quantity: 1 }],
        storeId: own.storeId,
      },
    }),
  },
  adminCheckout_issueInvoice: {
    call: async (own) => ({
      path: { id: (await own.invoicedOrder()).id },
      body: { number: '25312000000123456789' },
    }),
  },
  adminCheckout_listInvoices: { call: ofBrand },
  adminCheckout_listLinks: { call: ofBrand },
  adminCheckout_pickupRule: { call: ({ storeId }) => ({ path: { id: storeId } }) },
  adminCheckout_rule: { call: ofBrand },
  adminCheckout_setPickupRule: {
    call: ({ storeId }) => ({
      path: { id: storeId },
      body: { leadMinutes: 30, windowMinutes: 30, daysAhead: 2, capacity: 10 },
    }),
  },
  adminCheckout_setRule: {
    call: ({ brandId }) => ({ body: { brandId, unpaidMax: 20, receivedAfterDays: 10 } }),
  },
  adminCheckIns_list: {
    call: async (own) => {
      await own.visit();
      return ofMember(own);
    },
  },
  adminCouponGiving_batch: { call: async (own) => ({ body: { templateId: await own.couponTemplate() } }) },
  adminCouponGiving_batchPage: { call: ofBrand },
  adminCouponGiving_drop: {
    call: async (own) => ({ body: { templateId: await own.couponTemplate(), ...NEW_DROP } }),
  },
  adminCouponGiving_dropPage: { call: ofBrand },
  adminCouponGiving_stop: { call: async (own) => ({ path: { id: await own.couponBatch() } }) },
  adminCouponTemplates_change: {
    call: async (own) => ({ path: { id: await own.couponTemplate() }, body: { status: 'stopped' } }),
  },
  adminCouponTemplates_create: {
    call: async (own) => ({
      body: {
        ...own.newCouponTemplate,
        productIds: [(await own.product()).id],
        categoryIds: [await own.categoryId()],
        storeIds: [own.storeId],
      },
    }),
  },
  adminCouponTemplates_list: { call: ofBrand },
  adminFreight_save: {
    call: ({ brandId }) => ({
      query: { brandId },
      body: {
        zones: [
          {
            name: '全国',
            provinces: [],
            delivers: true,
            firstG: 1000,
            firstFen: 0,
            stepG: 0,
            stepFen: 0,
            freeFromFen: null,
          },
        ],
      },
    }),
  },
  adminFreight_show: { call: ofBrand },
  adminDesk_correct: {
    call: async (own) => ({
      path: { id: (await own.sentParcel()).id, number: '1' },
      body: { company: 'ZTO', trackingNo: '78312345670000' },
    }),
  },
  adminDesk_list: { call: async (own) => ({ path: { id: (await own.order()).id } }) },
  adminDesk_remark: {
    call: async (own) => ({ path: { id: (await own.order()).id }, body: { text: '七点以后来取' } }),
  },
  adminRepricing_change: {
    call: async (own) => ({
      path: { id: (await own.order()).id },
      body: { payFen: 5000, reason: '抹零' },
    }),
  },
  shippingAlarms_again: { call: async (own) => ({ path: { id: (await own.sentParcel()).id } }) },
  shippingAlarms_list: { call: ofBrand },
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
  adminMemberTags_history: { call: ofMember },
  adminMemberTags_list: { call: ofMember },
  adminMembers_find: { call: ofMember },
  adminMembers_list: { call: ofBrand },
  adminOrder_show: { call: async (own) => ({ path: { id: (await own.parcel()).id } }) },
  adminAfterSales_approve: { call: async (own) => ({ path: { id: (await own.afterSale()).id }, body: {} }) },
  adminAfterSales_list: { call: ofBrand },
  adminAfterSales_receive: {
    call: async (own) => {
      const { id, lineId } = await own.approvedAfterSale();
      return { path: { id }, body: { lines: [{ lineId, disposition: 'scrap' }] } };
    },
  },
  adminAfterSales_reject: {
    call: async (own) => ({ path: { id: (await own.afterSale()).id }, body: { reason: '已经拆封' } }),
  },
  adminAfterSales_show: { call: async (own) => ({ path: { id: (await own.afterSale()).id } }) },
  adminGuarantees_add: { call: ({ newGuarantee }) => ({ body: { ...newGuarantee, active: false } }) },
  adminGuarantees_change: {
    call: async (own) => {
      const { brandId: _brandId, ...content } = own.newGuarantee;
      return { path: { id: await own.guarantee() }, body: { ...content, active: false, hours: 48 } };
    },
  },
  adminGuarantees_list: { call: ofBrand },
  adminGuarantees_listWindows: { call: ofBrand },
  adminGuarantees_setWindows: {
    call: ({ brandId }) => ({ body: { brandId, windows: [{ tierLevel: 2, days: 30 }] } }),
  },
  adminReviews_approve: {
    call: async (own) => ({ path: { id: await own.heldReview() }, body: { part: 'first' } }),
  },
  adminReviews_hide: {
    call: async (own) => ({
      path: { id: await own.heldReview() },
      body: { part: 'first', reason: '含有广告' },
    }),
  },
  adminReviews_list: { call: ofBrand },
  adminReviews_reply: {
    call: async (own) => ({ path: { id: await own.heldReview() }, body: { text: '谢谢，下次来坐坐。' } }),
  },
  adminOrders_accept: { call: async (own) => ({ path: { id: (await own.paidOrder()).id } }) },
  adminOrders_list: { call: ofBrand },
  adminOrders_ready: { call: async (own) => ({ path: { id: (await own.paidOrder()).id } }) },
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
  adminPictures_upload: {
    call: async () => ({ file: await aPicture() }),
    open: { rivalOwner: 'own' },
  },
  adminPointsRule_save: {
    call: ({ brandId }) => ({
      query: { brandId },
      body: {
        enabled: true,
        pointsPerYuan: 100,
        minPoints: 0,
        maxPoints: null,
        maxRateBp: 5000,
        withCoupons: true,
      },
    }),
  },
  adminPointsRule_show: { call: ofBrand },
  adminPoints_entries: { call: ofMember },
  adminPointsTerms_change: {
    call: ({ brandId }) => ({ body: { brandId, pendingDays: 7, expiry: 'months', expiryAfter: 12 } }),
  },
  adminPointsTerms_find: { call: ofBrand },
  adminExports_file: {
    call: ({ brandId, yesterday }) => ({
      query: { brandId, kind: 'orders', from: yesterday, to: yesterday },
    }),
  },
  adminReconciliation_accept: {
    call: async (own) => ({ path: { id: await own.difference() }, body: { note: '店长已核对' } }),
  },
  adminReconciliation_day: { call: ({ brandId, yesterday }) => ({ query: { brandId, day: yesterday } }) },
  adminReconciliation_days: {
    call: ({ brandId, yesterday }) => ({ query: { brandId, from: '2026-05-01', to: yesterday } }),
  },
  adminReconciliation_differences: { call: ofBrand },
  adminReconciliation_mend: { call: async (own) => ({ path: { id: await own.difference() } }) },
  adminReconciliation_refresh: { call: ({ brandId, yesterday }) => ({ body: { brandId, day: yesterday } }) },
  adminReconciliation_signOff: { call: async (own) => ({ body: await own.matchedDay() }) },
  adminPriceSimulation_simulate: {
    call: async (own) => ({
      body: {
        brandId: own.brandId,
        memberId: await own.memberId(),
        lines: [{ skuId: (await own.product()).skuId, quantity: 1 }],
        storeId: own.storeId,
        couponId: (await own.coupon()).id,
      },
    }),
  },
  adminPromotions_change: {
    call: async (own) => {
      const { brandId: _brandId, kind: _kind, ...body } = await own.newPromotion();
      return { path: { id: await own.promotion() }, body };
    },
  },
  adminPromotions_create: { call: async (own) => ({ body: await own.newPromotion() }) },
  adminPromotions_days: {
    call: ({ brandId }) => ({
      query: { brandId, rrule: 'FREQ=WEEKLY;BYDAY=TH', startsAt: '2026-06-01T00:00:00Z' },
    }),
  },
  adminPromotions_list: { call: ofBrand },
  adminPromotions_show: { call: async (own) => ({ path: { id: await own.promotion() } }) },
  adminRefunds_request: {
    call: async (own) => ({ path: { id: (await own.paidOrder()).id }, body: { reason: '门店缺货' } }),
  },
  adminRewardRules_change: {
    call: async (own) => ({ path: { id: await own.rule() }, body: { ...own.newRule, name: '生日心意' } }),
  },
  adminRewardRules_create: { call: ({ brandId, newRule }) => ({ body: { brandId, ...newRule } }) },
  adminRewardRules_list: { call: ofBrand },
  adminRewardRules_try: { call: ({ brandId, newRule }) => ({ body: { brandId, ...newRule } }) },
  pointsLiability_find: { call: ofBrand },
  adminRewards_change: {
    call: async (own) => ({
      path: { id: await own.reward() },
      body: { name: '双人手冲壶', stockChange: 5, endsAt: '2030-01-01T00:00:00+08:00' },
    }),
  },
  adminRewards_create: { call: ({ newReward }) => ({ body: newReward }) },
  adminRewards_list: { call: ofBrand },
  adminSegments_archive: { call: async (own) => ({ path: { id: await own.segment() } }) },
  adminSegments_breakdown: { call: aboutMembers },
  adminSegments_change: {
    call: async (own) => ({
      path: { id: await own.segment() },
      body: { name: '常来的人', expression: ANYBODY },
    }),
  },
  adminSegments_count: { call: aboutMembers },
  adminSegments_create: {
    call: ({ brandId }) => ({
      body: { brandId, name: '新来的人', kind: 'dynamic', expression: ANYBODY },
    }),
  },
  adminSegments_find: { call: async (own) => ({ path: { id: await own.segment() } }) },
  adminSegments_list: { call: ofBrand },
  adminSegments_members: { call: aboutMembers },
  adminSegments_membersOf: { call: async (own) => ({ path: { id: await own.segment() } }) },
  adminSegments_vocabulary: { call: ofBrand },
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
  adminStock_setThreshold: {
    call: async (own) => ({
      body: { skuId: (await own.product()).skuId, storeId: own.storeId, lowAt: 5 },
    }),
  },
  adminStockCounts_begin: {
    call: ({ brandId, storeId }) => ({ body: { brandId, storeId, note: '月末盘点' } }),
  },
  adminStockCounts_book: { call: async (own) => ({ path: { id: await own.stockCount() } }) },
  adminStockCounts_drop: { call: async (own) => ({ path: { id: await own.stockCount() } }) },
  adminStockCounts_enter: {
    call: async (own) => ({
      path: { id: await own.stockCount() },
      body: { lines: [{ skuId: (await own.product()).skuId, counted: 4 }] },
    }),
  },
  adminStockCounts_list: {
    call: async (own) => {
      await own.stockCount();
      await own.stockCount();
      return ofBrand(own);
    },
  },
  adminStockCounts_show: { call: async (own) => ({ path: { id: await own.stockCount() } }) },
  adminStockTransfers_list: {
    call: async (own) => {
      await own.stockTransfer();
      await own.stockTransfer();
      return ofBrand(own);
    },
  },
  adminStockTransfers_receive: {
    call: async (own) => {
      const { id, skuId } = await own.stockTransfer();
      return { path: { id }, body: { lines: [{ skuId, quantity: 2 }] } };
    },
  },
  adminStockTransfers_send: {
    call: async (own) => ({
      body: {
        brandId: own.brandId,
        fromStoreId: own.storeId,
        toStoreId: await own.warehouseId(),
        note: '',
        lines: [{ skuId: (await own.product()).skuId, quantity: 2 }],
      },
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
  adminTags_add: {
    call: async (own) => ({
      body: {
        groupId: await own.tagGroup(),
        name: '敏感肌',
        source: 'manual',
        description: '说起过自己容易泛红',
        freshDays: 180,
      },
    }),
  },
  adminTags_addGroup: {
    call: ({ brandId }) => ({ body: { brandId, name: '口味', exclusive: false, byStaff: true } }),
  },
  adminTags_change: {
    call: async (own) => ({ path: { id: await own.tag() }, body: { name: '干性', retired: true } }),
  },
  adminTags_changeGroup: {
    call: async (own) => ({ path: { id: await own.tagGroup() }, body: { byStaff: false } }),
  },
  adminTags_give: {
    call: async (own) => ({
      path: { id: await own.tag() },
      body: { memberId: await own.memberId(), reason: '在店里说起', days: 90 },
    }),
  },
  adminTags_list: { call: ofBrand },
  adminTags_take: {
    call: async (own) => ({
      path: { id: await own.tag() },
      body: { memberId: await own.memberId(), reason: '记错了' },
    }),
  },
};
