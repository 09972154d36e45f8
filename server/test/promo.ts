import { randomUUID } from 'node:crypto';
import { DefineProgram, EarnForOrder } from '../src/modules/loyalty/index.js';
import type { Answer } from './harness.js';
import { Shop, type PlacedOrder } from './shop.js';
import type { Customer, Town } from './town.js';

export interface QuoteAnswer {
  readonly payFen: number;
  readonly discountFen: number;
  readonly points: number;
  readonly hint: string | null;
  readonly steps: readonly { rule: string; label: string; amountFen: number }[];
  readonly lines: readonly { totalFen: number; discounts: readonly { rule: string; amountFen: number }[] }[];
  readonly coupons: {
    readonly chosenId: string | null;
    readonly obstacle: string | null;
    readonly usable: readonly { id: string; savedFen: number }[];
    readonly unusable: readonly { id: string; reason: string }[];
  };
  readonly usablePoints: { balance: number; usable: number; usableFen: number } | null;
}

let lastOrder = 5_000_000;

/** A shop whose brand makes promotions and gives coupons. */
export class PromoShop {
  private constructor(
    readonly town: Town,
    readonly shop: Shop,
  ) {}

  static async open(town: Town, name = '山前咖啡'): Promise<PromoShop> {
    const shop = await Shop.open(town, name);
    await town.app.inTransaction((tx) =>
      town.app.nest.get(DefineProgram).execute(tx, {
        programId: shop.brand.programId,
        earning: { pointsPerYuanBp: 10_000, growthPerYuanBp: 10_000, checkInPoints: 5 },
        tiers: [
          { level: 1, name: '新朋友', growthFrom: 0, memberPrice: true, benefits: [] },
          { level: 2, name: '老主顾', growthFrom: 10_000, memberPrice: true, benefits: [] },
        ],
      }),
    );
    return new PromoShop(town, shop);
  }

  /** A member with points, as if they had bought something. */
  async member(points = 0): Promise<Customer> {
    const member = await this.town.member(this.shop.brand.id);
    if (points > 0) {
      const { id: brandId, programId } = this.shop.brand;
      const order = { orderId: (lastOrder += 1), brandId, programId, memberId: await member.memberId() };
      await this.town.app.inTransaction((tx) =>
        this.town.app.nest.get(EarnForOrder).execute(tx, { ...order, paidFen: points * 100, savings: [] }),
      );
    }
    return member;
  }

  async promotion(details: object): Promise<string> {
    const body = {
      brandId: this.shop.brandId,
      name: '春日活动',
      status: 'active',
      startsAt: '2026-01-01T00:00:00+08:00',
      coupons: true,
      points: true,
      ...details,
    };
    return made(await this.shop.owner.send<{ id: string }>('POST', '/api/admin/promotions', body)).id;
  }

  async template(details: object = {}): Promise<string> {
    const body = {
      brandId: this.shop.brandId,
      name: '满 50 减 10',
      description: '',
      status: 'active',
      kind: 'amount',
      offFen: 1000,
      fromFen: 5000,
      channels: ['miniapp', 'store'],
      withPromotions: true,
      validDays: 30,
      claimable: true,
      transferable: true,
      onRefund: 'return',
      ...details,
    };
    return made(await this.shop.owner.send<{ id: string }>('POST', '/api/admin/coupon-templates', body)).id;
  }

  claim(member: Customer, templateId: string, key = randomUUID()): Promise<Answer<ClaimedCoupon>> {
    return this.town.app.post<ClaimedCoupon>(`/api/member/coupon-templates/${templateId}/claims`, {
      token: member.token,
      headers: { 'idempotency-key': key },
    });
  }

  async coupon(member: Customer, details: object = {}): Promise<ClaimedCoupon> {
    return made(await this.claim(member, await this.template(details)));
  }

  async quote(member: Customer, body: object): Promise<QuoteAnswer> {
    return made(await member.send<QuoteAnswer>('POST', '/api/member/quotes', body));
  }

  /** Orders what is quoted. */
  async order(member: Customer, skuId: string, more: object = {}): Promise<Answer<PlacedOrder>> {
    const { payFen } = await this.quote(member, { ...this.shop.cart(skuId), ...more });
    return this.shop.order(member, skuId, { ...more, expectedPayFen: payFen });
  }

  async couponState(member: Customer, id: string): Promise<string> {
    return made(await member.get<{ state: string }>(`/api/member/coupons/${id}`)).state;
  }

  async points(member: Customer): Promise<number> {
    const path = `/api/member/points?brandId=${this.shop.brandId}`;
    return made(await member.get<{ available: number }>(path)).available;
  }
}

export interface ClaimedCoupon {
  readonly id: string;
  readonly state: string;
  readonly code: string;
  readonly validTo: string;
}

export function made<T>(answer: Answer<T>): T {
  if (answer.status >= 300) {
    throw new Error(JSON.stringify(answer.body));
  }
  return answer.body;
}
