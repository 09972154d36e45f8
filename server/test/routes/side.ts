import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { DefineProgram, EarnForOrder } from '../../src/modules/loyalty/index.js';
import { PointsNotices } from '../../src/modules/loyalty/terms/points-notices.js';
import { AcceptInvitation, CreateAdmin, HireStaff } from '../../src/modules/org/index.js';
import { addDays } from '../../src/platform/clock/index.js';
import { toPublicId, type IdKind } from '../../src/platform/ids/index.js';
import { Shop, type PlacedOrder, type ShopProduct } from '../shop.js';
import { houseAdmin, type Admin, type Customer, type Town } from '../town.js';

/** Longer than the first question about a payment whose notification didn't come. */
const UNTIL_WE_ASK_MS = 60_000;
const PRICE_FEN = 5800;
const PASSWORD = '一串不短的口令 sixteen';
const FIRST_ORDER = 1_000_000;

export const NEW_ADDRESS = {
  name: '林小满',
  phone: '13900000001',
  province: '上海市',
  city: '上海市',
  district: '徐汇区',
  detail: '漕溪北路 88 号 3 楼',
};

export const NEW_DROP = {
  name: '中午十张券',
  startsAt: '2020-01-01T00:00:00Z',
  endsAt: '2099-01-01T00:00:00Z',
  perGroup: 10,
  groups: ['徐家汇一群', '徐家汇二群'],
};

/** A brand with its store and its people, and the means to make whatever a route may be about. */
export class Side {
  private matchedDays = 0;

  private constructor(
    readonly town: Town,
    readonly shop: Shop,
    /** Has points, a phone and a card. */
    readonly member: Customer,
    /** Works in the shop's store. */
    readonly clerk: Customer,
  ) {}

  static async open(town: Town, name: string): Promise<Side> {
    const shop = await Shop.open(town, name);
    const { id: brandId, programId } = shop.brand;
    const member = await town.member(brandId);
    const order = { orderId: FIRST_ORDER + brandId, brandId, programId, memberId: await member.memberId() };
    await town.app.inTransaction((tx) =>
      town.app.nest.get(DefineProgram).execute(tx, {
        programId,
        earning: { pointsPerYuanBp: 10_000, growthPerYuanBp: 10_000, checkInPoints: 5 },
        tiers: [{ level: 1, name: '新朋友', growthFrom: 0, memberPrice: true, benefits: [] }],
      }),
    );
    await town.app.inTransaction((tx) =>
      town.app.nest.get(EarnForOrder).execute(tx, { ...order, paidFen: 1_000_000, savings: [] }),
    );
    accepted(await member.send('POST', '/api/member/me/phone', { phoneCode: await member.phoneCode() }));
    return new Side(town, shop, member, await employ(town, brandId, shop.store.id));
  }

  get brandId(): string {
    return this.shop.brandId;
  }

  get storeId(): string {
    return this.shop.storeId;
  }

  get owner(): Admin {
    return this.shop.owner;
  }

  async memberId(): Promise<string> {
    return toPublicId('member', await this.member.memberId());
  }

  /** Somebody who joined a moment ago. */
  newcomer(): Promise<Customer> {
    return this.town.member(this.shop.brand.id);
  }

  /** One of each, by the kind of its id. */
  async things(): Promise<Readonly<Partial<Record<IdKind, string>>>> {
    const product = await this.product();
    const goodsTag = await this.goodsTag();
    return {
      address: await this.address(),
      brand: this.brandId,
      category: await this.categoryId(),
      difference: await this.difference(),
      coupon: (await this.coupon()).id,
      'coupon-batch': await this.couponBatch(),
      'coupon-template': await this.couponTemplate(),
      'goods-tag': goodsTag.id,
      'after-sale': (await this.afterSale()).id,
      guarantee: await this.guarantee(),
      'live-code': (await this.liveCode()).id,
      member: await this.memberId(),
      order: (await this.order()).id,
      product: product.id,
      promotion: await this.promotion(),
      redemption: (await this.redemption()).id,
      review: await this.heldReview(),
      reward: await this.reward(),
      'reward-rule': await this.rule(),
      segment: await this.segment(),
      sku: product.skuId,
      staff: (await this.hired()).staff.id,
      store: this.storeId,
      'stock-count': await this.stockCount(),
      'stock-transfer': (await this.stockTransfer()).id,
      tag: await this.tag(),
      'tag-dimension': goodsTag.dimensionId,
      'tag-group': await this.tagGroup(),
      'tag-import': await this.tagImport(),
    };
  }

  product(): Promise<ShopProduct> {
    return this.shop.product();
  }

  async categoryId(parentId: string | null = null): Promise<string> {
    const made = await this.console<{ id: string }>('/api/admin/categories', {
      brandId: this.brandId,
      name: '挂耳',
      parentId,
    });
    return made.id;
  }

  async goodsTag(): Promise<{ id: string; dimensionId: string }> {
    const name = `风格${randomUUID().slice(0, 8)}`;
    const dimension = await this.console<{ id: string }>('/api/admin/goods-tags/dimensions', {
      brandId: this.brandId,
      name,
    });
    const body = { dimensionId: dimension.id, name: '经典' };
    return {
      ...(await this.console<{ id: string }>('/api/admin/goods-tags', body)),
      dimensionId: dimension.id,
    };
  }

  async warehouseId(): Promise<string> {
    const [warehouse] = await this.town.app.query<{ id: number }>(
      "SELECT id FROM store WHERE brand_id = ? AND kind = 'warehouse'",
      [this.shop.brand.id],
    );
    return toPublicId('store', warehouse?.id ?? 0);
  }

  async stockCount(): Promise<string> {
    const body = { brandId: this.brandId, storeId: this.storeId, note: '月末盘点' };
    return (await this.console<{ id: string }>('/api/admin/stock-counts', body)).id;
  }

  /** Two pieces on their way to the warehouse, or home to the store. */
  async stockTransfer(to: 'away' | 'home' = 'away'): Promise<{ id: string; skuId: string }> {
    const { skuId } = await this.product();
    const warehouseId = await this.warehouseId();
    if (to === 'home') {
      await this.shop.receive(skuId, 2, warehouseId);
    }
    const places =
      to === 'home'
        ? { fromStoreId: warehouseId, toStoreId: this.storeId }
        : { fromStoreId: this.storeId, toStoreId: warehouseId };
    const answer = await this.owner.send<{ id: string }>(
      'POST',
      '/api/admin/stock-transfers',
      { brandId: this.brandId, ...places, note: '', lines: [{ skuId, quantity: 2 }] },
      { headers: { 'idempotency-key': randomUUID() } },
    );
    return { id: accepted(answer).id, skuId };
  }

  /** Two of its rows are about nothing that is sold. */
  readonly tagSheet = '商品名称,风格\n云南日晒,经典\n没有这款,经典\n也没有这款,经典\n';

  /** Checked, and ready to be applied. */
  async tagImport(): Promise<string> {
    const answer = await this.town.app.post<{ id: string }>(
      `/api/admin/tag-imports?brandId=${this.brandId}`,
      { cookie: this.owner.cookie, file: Buffer.from(this.tagSheet) },
    );
    await this.town.app.runDueJobs();
    return accepted(answer).id;
  }

  async reward(): Promise<string> {
    return (await this.console<{ id: string }>('/api/admin/rewards', this.newReward)).id;
  }

  async segment(): Promise<string> {
    const expression = { number: { name: 'days-since-joined', from: 0 } };
    const name = `分群${randomUUID()}`;
    const body = { brandId: this.brandId, name, kind: 'dynamic', expression };
    return (await this.console<{ id: string }>('/api/admin/segments', body)).id;
  }

  async tagGroup(): Promise<string> {
    const name = randomUUID().slice(0, 18);
    const body = { brandId: this.brandId, name, exclusive: true, byStaff: true };
    return (await this.console<{ id: string }>('/api/admin/tag-groups', body)).id;
  }

  async tag(): Promise<string> {
    const groupId = await this.tagGroup();
    const body = { groupId, name: '油性', source: 'manual', description: '', freshDays: null };
    return (await this.console<{ id: string }>('/api/admin/tags', body)).id;
  }

  get newRule(): Record<string, unknown> {
    return {
      name: '生日礼',
      trigger: 'birthday.come',
      unit: 'points',
      condition: { all: [{ fact: 'tierLevel', is: 'gte', values: ['0'] }], any: [] },
      reward: { kind: 'fixed', amount: 66, productIds: [] },
      caps: { perEvent: null, perDay: null, perMember: null },
      startsAt: null,
      endsAt: null,
      active: true,
    };
  }

  async rule(): Promise<string> {
    const body = { brandId: this.brandId, ...this.newRule };
    return (await this.console<{ id: string }>('/api/admin/reward-rules', body)).id;
  }

  /** Somebody whose birthday it is, with a brand that gives something for it. */
  async birthdayChild(): Promise<Customer> {
    await this.rule();
    const child = await this.newcomer();
    const birthday = `1990${this.town.app.clock.businessDay().slice(4)}`;
    accepted(await child.send('PUT', '/api/member/me/profile', { birthday }));
    return child;
  }

  get newReward(): Record<string, unknown> {
    return {
      brandId: this.brandId,
      kind: 'gift',
      name: '手冲壶',
      description: '到店领取。',
      pictureUrl: '/media/kettle.png',
      points: 10,
      stock: 1000,
      status: 'on_shelf',
    };
  }

  async redemption(): Promise<{ id: string; code: string }> {
    const answer = await this.town.app.post<{ id: string; code: string }>('/api/member/redemptions', {
      token: this.member.token,
      headers: { 'idempotency-key': randomUUID() },
      body: { rewardId: await this.reward(), storeId: this.storeId },
    });
    return accepted(answer);
  }

  /** Points of somebody new of the store's lapse in a week. */
  async pointsNotice(): Promise<void> {
    const { app } = this.town;
    const { id: brandId, programId } = this.shop.brand;
    const memberId = await (await this.newcomer()).memberId();
    const lapsesAt = app.clock.in(7 * 86_400_000);
    const notice = { programId, brandId, memberId, lapsesAt, daysBefore: 7, points: 20 };
    await app.inTransaction((tx) =>
      app.nest.get(PointsNotices).add(tx, [{ ...notice, storeId: this.shop.store.id }]),
    );
  }

  /** @returns the template's id */
  async couponTemplate(details: object = {}): Promise<string> {
    const body = { ...this.newCouponTemplate, ...details };
    return (await this.console<{ id: string }>('/api/admin/coupon-templates', body)).id;
  }

  get newCouponTemplate(): Record<string, unknown> {
    return {
      brandId: this.brandId,
      name: '到店减五元',
      description: '欢迎常来。',
      status: 'active',
      kind: 'amount',
      offFen: 500,
      fromFen: 0,
      channels: ['miniapp', 'store'],
      withPromotions: true,
      validDays: 30,
      claimable: true,
      transferable: true,
      staffDaily: 100,
      onRefund: 'return',
    };
  }

  /** Claimed by the member. */
  async coupon(): Promise<{ id: string; code: string }> {
    const path = `/api/member/coupon-templates/${await this.couponTemplate()}/claims`;
    const headers = { 'idempotency-key': randomUUID() };
    return accepted(
      await this.town.app.post<{ id: string; code: string }>(path, { token: this.member.token, headers }),
    );
  }

  /** @returns the token of the link */
  async transfer(): Promise<string> {
    const path = `/api/member/coupons/${(await this.coupon()).id}/transfer`;
    return accepted(await this.member.send<{ token: string }>('POST', path)).token;
  }

  /** @returns the code of its group */
  async couponDrop(): Promise<string> {
    const drop = await this.console<{ groups: { code: string }[] }>('/api/admin/coupon-drops', {
      templateId: await this.couponTemplate(),
      ...NEW_DROP,
    });
    return drop.groups[0]?.code ?? '';
  }

  /** Not yet begun: a batch to nobody. */
  async couponBatch(): Promise<string> {
    const answer = await this.owner.send<{ id: string }>(
      'POST',
      '/api/admin/coupon-batches',
      { templateId: await this.couponTemplate(), joinedFrom: '2099-01-01T00:00:00Z' },
      { headers: { 'idempotency-key': randomUUID() } },
    );
    return accepted(answer).id;
  }

  /** Makes no price, so that others know what things cost. */
  async promotion(): Promise<string> {
    return (await this.console<{ id: string }>('/api/admin/promotions', await this.newPromotion())).id;
  }

  async newPromotion(): Promise<Record<string, unknown>> {
    return {
      brandId: this.brandId,
      kind: 'time-price',
      name: '周四品牌日',
      status: 'draft',
      startsAt: '2026-06-01T00:00:00+08:00',
      rrule: 'FREQ=WEEKLY;BYDAY=TH',
      coupons: true,
      points: true,
      items: [{ skuId: (await this.product()).skuId, priceFen: 990, quota: 10 }],
    };
  }

  async address(): Promise<string> {
    const answer = await this.member.send<{ id: string }>('POST', '/api/member/addresses', NEW_ADDRESS);
    return accepted(answer).id;
  }

  /** Returns the SKU. */
  async cartLine(): Promise<string> {
    const { skuId } = await this.product();
    const answer = await this.member.send('PUT', `/api/member/cart/lines/${skuId}`, {
      brandId: this.brandId,
      quantity: 1,
    });
    if (answer.status !== 204) {
      throw new Error(`The cart should take it and answers ${answer.status}`);
    }
    return skuId;
  }

  /** A product that is in nobody else's cart. */
  async cart(fulfilment: object = { kind: 'pickup', storeId: this.storeId }) {
    const { skuId } = await this.product();
    return { brandId: this.brandId, lines: [{ skuId, quantity: 1 }], fulfilment };
  }

  async order(cart?: object): Promise<PlacedOrder> {
    const answer = await this.town.app.post<PlacedOrder>('/api/member/orders', {
      token: this.member.token,
      headers: { 'idempotency-key': randomUUID() },
      body: { ...(cart ?? (await this.cart())), expectedPayFen: PRICE_FEN },
    });
    return accepted(answer);
  }

  async paidOrder(cart?: object): Promise<PlacedOrder & { pickupCode: string }> {
    const { id } = await this.order(cart);
    const sheet = await this.member.send<{ package: string }>('POST', `/api/member/orders/${id}/payment`);
    await this.town.wechat.pay(accepted(sheet).package.replace('prepay_id=', ''), { notify: 'none' });
    await this.advance(UNTIL_WE_ASK_MS);
    const paid = await this.member.get<PlacedOrder & { pickupCode: string }>(`/api/member/orders/${id}`);
    if (paid.body.status !== 'paid') {
      throw new Error(`The order should be paid and is ${paid.body.status}`);
    }
    return paid.body;
  }

  /** From the warehouse, where the goods are, to one of the member's addresses. */
  async cartToTheDoor() {
    const cart = await this.cart({ kind: 'delivery', addressId: await this.address() });
    await this.shop.receive(cart.lines[0]?.skuId ?? '', 5, this.shop.warehouseId);
    return cart;
  }

  async parcel(): Promise<PlacedOrder> {
    return this.paidOrder(await this.cartToTheDoor());
  }

  async sentParcel(): Promise<PlacedOrder> {
    const order = await this.parcel();
    const parcel = { company: 'ZTO', trackingNo: '78312345678901' };
    const answer = await this.owner.send('POST', `/api/admin/orders/${order.id}/shipment`, parcel);
    if (answer.status !== 204) {
      throw new Error(`The parcel should be sent and is ${answer.status}`);
    }
    return order;
  }

  /** In the customer's hands. */
  async fetchedOrder(): Promise<PlacedOrder & { lines: { id: string }[] }> {
    const { pickupCode } = await this.paidOrder();
    const answer = await this.town.app.post<PlacedOrder & { lines: { id: string }[] }>('/api/staff/pickups', {
      token: this.clerk.token,
      body: { code: pickupCode },
    });
    return accepted(answer);
  }

  /** A request to send a piece back. */
  async afterSale(kind = 'return'): Promise<{ id: string; lineId: string }> {
    const wish = await this.newAfterSale(kind);
    const answer = await this.town.app.post<{ id: string; lines: { lineId: string }[] }>(
      '/api/member/after-sales',
      { token: this.member.token, headers: { 'idempotency-key': randomUUID() }, body: wish },
    );
    const { id, lines } = accepted(answer);
    return { id, lineId: lines[0]?.lineId ?? '' };
  }

  async newAfterSale(kind = 'return'): Promise<Record<string, unknown>> {
    const { id: orderId, lines } = await this.fetchedOrder();
    return { orderId, kind, reason: 'damaged', lines: [{ lineId: lines[0]?.id, quantity: 1 }] };
  }

  async approvedAfterSale(): Promise<{ id: string; lineId: string }> {
    const afterSale = await this.afterSale();
    accepted(await this.owner.send('POST', `/api/admin/after-sales/${afterSale.id}/approval`, {}));
    return afterSale;
  }

  async newReview(text = '香'): Promise<Record<string, unknown>> {
    const { id: orderId, lines } = await this.fetchedOrder();
    return { orderId, lineId: lines[0]?.id, stars: 4, text, anonymous: false };
  }

  /** One that WeChat wants a person to look at. */
  async heldReview(): Promise<string> {
    const review = await this.newReview('好喝，加微信返现');
    const answer = await this.member.send<{ id: string }>('POST', '/api/member/reviews', review);
    await this.town.app.runDueJobs();
    return accepted(answer).id;
  }

  get newGuarantee(): Record<string, unknown> {
    return {
      brandId: this.brandId,
      kind: 'freshness',
      title: '新鲜保证',
      text: '烘焙七日内发出。',
      hours: 24,
      active: true,
      productIds: [],
    };
  }

  /** The brand keeps few; a promise given with an order outlives what it came from. */
  async guarantee(): Promise<string> {
    await this.town.app.inTransaction((tx) =>
      tx.execute(
        'DELETE FROM guarantee WHERE brand_id = ? AND id NOT IN (SELECT guarantee_id FROM order_promise)',
        [this.shop.brand.id],
      ),
    );
    return (
      await this.console<{ id: string }>('/api/admin/guarantees', { ...this.newGuarantee, active: false })
    ).id;
  }

  async invoicedOrder(): Promise<PlacedOrder> {
    const order = await this.paidOrder();
    const invoice = { kind: 'personal', title: '林小满', email: 'lin@example.com' };
    await this.member.send('POST', `/api/member/orders/${order.id}/invoice`, invoice);
    return order;
  }

  /** Returns its code. */
  async checkoutLink(): Promise<string> {
    const link = await this.console<{ code: string }>('/api/admin/checkout-links', {
      brandId: this.brandId,
      title: '早安组合',
      lines: [{ skuId: (await this.product()).skuId, quantity: 1 }],
    });
    return link.code;
  }

  manager(): Promise<Customer> {
    return employ(this.town, this.shop.brand.id, this.shop.store.id, 'manager');
  }

  warehouseClerk(): Promise<Customer> {
    return employ(this.town, this.shop.brand.id, this.shop.warehouse.id);
  }

  async liveCode(): Promise<{ id: string; code: string }> {
    return this.console('/api/admin/live-codes', this.newLiveCode);
  }

  get newLiveCode(): Record<string, unknown> {
    return {
      brandId: this.brandId,
      name: '收银台',
      promise: '入会即享会员价',
      exits: ['join'],
      storeIds: [this.storeId],
    };
  }

  /** Somebody hired and not yet bound to a WeChat. */
  async hired(): Promise<{ staff: { id: string }; invitation: { code: string } }> {
    const body = { brandId: this.brandId, name: '小满', role: 'clerk', storeIds: [this.storeId] };
    return this.console('/api/admin/staff', body);
  }

  /** A check-in where the member hasn't been yet. */
  async visit(): Promise<void> {
    const store = await this.town.store(this.shop.brand.id);
    const body = { storeCode: store.code, lat: Number(store.lat), lng: Number(store.lng) };
    accepted(await this.member.send('POST', '/api/member/check-ins', body));
  }

  async cardCode(member = this.member): Promise<string> {
    const answer = await member.get<{ code: string }>(`/api/member/card/code?brandId=${this.brandId}`);
    return accepted(answer).code;
  }

  /** What signs in an admin who has not signed in yet. */
  async signIn(): Promise<{ email: string; password: string; otp: string }> {
    const email = `new-${randomUUID()}@example.com`;
    const admin = {
      email,
      name: '新主理',
      role: 'owner',
      password: PASSWORD,
      brands: [this.shop.brand.id],
    } as const;
    const { oneTimeSecret } = await this.town.app.inTransaction((tx) =>
      this.town.app.nest.get(CreateAdmin).execute(tx, admin),
    );
    const timestamp = this.town.app.clock.now().getTime();
    const otp = TOTP.generate({ secret: Secret.fromBase32(oneTimeSecret), timestamp });
    return { email, password: PASSWORD, otp };
  }

  get yesterday(): string {
    return addDays(this.town.app.clock.businessDay(), -1);
  }

  /** A day whose bill agrees with our books. */
  async matchedDay(): Promise<{ brandId: string; day: string }> {
    const day = { brandId: this.brandId, day: addDays(this.yesterday, -this.matchedDays) };
    this.matchedDays += 1;
    await this.console('/api/admin/reconciliation/refreshes', day);
    return day;
  }

  /** A payment of which WeChat knows and we don't. */
  async difference(): Promise<string> {
    const { id, outTradeNo } = await this.order();
    const sheet = await this.member.send<{ package: string }>('POST', `/api/member/orders/${id}/payment`);
    await this.town.wechat.pay(accepted(sheet).package, { notify: 'none' });
    await this.matchedDay();
    const { app } = this.town;
    const { insertId } = await app.inTransaction((tx) =>
      tx.execute(
        `INSERT INTO money_difference (mch_id, day, kind, subject, brand_id, out_trade_no, reason, mendable, found_at)
         SELECT mch_id, day, 'lost_payment', ?, ?, ?, '漏记', 1, ? FROM pay_bill ORDER BY id LIMIT 1`,
        [outTradeNo, this.shop.brand.id, outTradeNo, app.clock.now()],
      ),
    );
    return toPublicId('difference', insertId);
  }

  /** Time passes here and at WeChat alike. */
  private async advance(ms: number): Promise<void> {
    this.town.app.clock.advance(ms);
    await this.town.wechat.setClock(this.town.app.clock.now().toISOString());
    await this.town.app.runDueJobs();
  }

  private async console<T>(path: string, body: object): Promise<T> {
    return accepted(await this.owner.send<T>('POST', path, body));
  }
}

/** Somebody who works in one store. */
export async function employ(
  town: Town,
  brandId: number,
  storeId: number,
  role: 'clerk' | 'manager' = 'clerk',
): Promise<Customer> {
  const person = await town.member(brandId);
  const memberId = await person.memberId();
  await town.app.inTransaction(async (tx) => {
    const job = { brandId, name: '小周', role, storeIds: [storeId] };
    const { invitation } = await town.app.nest.get(HireStaff).execute(tx, houseAdmin(brandId), job);
    await town.app.nest.get(AcceptInvitation).execute(tx, memberId, invitation.code);
  });
  return person;
}

function accepted<T>(answer: { status: number; body: T }): T {
  if (answer.status >= 300) {
    throw new Error(`Refused while preparing: ${JSON.stringify(answer.body)}`);
  }
  return answer.body;
}
