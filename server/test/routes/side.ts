import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { DefineProgram, EarnForOrder } from '../../src/modules/loyalty/index.js';
import { AcceptInvitation, CreateAdmin, HireStaff } from '../../src/modules/org/index.js';
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

/** A brand with its store and its people, and the means to make whatever a route may be about. */
export class Side {
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
    return {
      address: await this.address(),
      brand: this.brandId,
      category: await this.categoryId(),
      'live-code': (await this.liveCode()).id,
      member: await this.memberId(),
      order: (await this.order()).id,
      product: product.id,
      redemption: (await this.redemption()).id,
      reward: await this.reward(),
      sku: product.skuId,
      staff: (await this.hired()).staff.id,
      store: this.storeId,
    };
  }

  product(): Promise<ShopProduct> {
    return this.shop.product();
  }

  async categoryId(): Promise<string> {
    const made = await this.console<{ id: string }>('/api/admin/categories', {
      brandId: this.brandId,
      name: '挂耳',
    });
    return made.id;
  }

  async reward(): Promise<string> {
    return (await this.console<{ id: string }>('/api/admin/rewards', this.newReward)).id;
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

  async address(): Promise<string> {
    const answer = await this.member.send<{ id: string }>('POST', '/api/member/addresses', NEW_ADDRESS);
    return accepted(answer).id;
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
    const [warehouse] = await this.town.app.query<{ id: number }>(
      "SELECT id FROM store WHERE brand_id = ? AND kind = 'warehouse'",
      [this.shop.brand.id],
    );
    await this.shop.receive(cart.lines[0]?.skuId ?? '', 5, toPublicId('store', warehouse?.id ?? 0));
    return cart;
  }

  async parcel(): Promise<PlacedOrder> {
    return this.paidOrder(await this.cartToTheDoor());
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
export async function employ(town: Town, brandId: number, storeId: number): Promise<Customer> {
  const person = await town.member(brandId);
  const memberId = await person.memberId();
  await town.app.inTransaction(async (tx) => {
    const job = { brandId, name: '小周', role: 'clerk', storeIds: [storeId] } as const;
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
