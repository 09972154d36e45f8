import { randomUUID } from 'node:crypto';
import { LedgerStatements, type Balance } from '../src/modules/ledger/index.js';
import { CreateReward, DefineProgram, EarnForOrder, type NewReward } from '../src/modules/loyalty/index.js';
import { AcceptInvitation, HireStaff, type Brand, type Store } from '../src/modules/org/index.js';
import { Database } from '../src/platform/database/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import type { Answer } from './harness.js';
import { Town, brandIdOf, houseAdmin, type Customer } from './town.js';

let lastOrder = 1_000_000;

/** A brand whose program gives points: one a yuan, five a visit, and two tiers. */
export class Club {
  private constructor(
    readonly town: Town,
    readonly brand: Brand,
    readonly store: Store,
  ) {}

  static async open(town: Town, name = '山前咖啡'): Promise<Club> {
    const brand = await town.brand({ name });
    const store = await town.store(brand.id);
    await town.app.inTransaction((tx) =>
      town.app.nest.get(DefineProgram).execute(tx, {
        programId: brand.programId,
        earning: { pointsPerYuanBp: 10_000, growthPerYuanBp: 10_000, checkInPoints: 5 },
        tiers: [
          { level: 1, name: '新朋友', growthFrom: 0, memberPrice: true, benefits: [] },
          {
            level: 2,
            name: '老主顾',
            growthFrom: 500,
            memberPrice: true,
            benefits: [{ title: '生日赠饮', text: '生日当月到店，请你喝一杯。' }],
          },
        ],
      }),
    );
    return new Club(town, brand, store);
  }

  get brandId(): string {
    return brandIdOf(this.brand);
  }

  /** A member with points, as if they had bought something. */
  async member(points = 0): Promise<Customer> {
    const member = await this.town.member(this.brand.id);
    if (points > 0) {
      await this.buy(member, points * 100);
    }
    return member;
  }

  /** @returns the order */
  async buy(
    member: Customer,
    paidFen: number,
    savings: { rule: string; amountFen: number }[] = [],
  ): Promise<number> {
    const orderId = (lastOrder += 1);
    const { id: brandId, programId } = this.brand;
    const memberId = await member.memberId();
    await this.town.app.inTransaction((tx) =>
      this.town.app.nest
        .get(EarnForOrder)
        .execute(tx, { orderId, brandId, programId, memberId, paidFen, savings }),
    );
    return orderId;
  }

  /** Somebody who works in these stores, or in the brand's first. */
  async staff(storeIds: readonly number[] = [this.store.id]): Promise<Customer> {
    const person = await this.town.member(this.brand.id);
    const memberId = await person.memberId();
    await this.town.app.inTransaction(async (tx) => {
      const { invitation } = await this.town.app.nest.get(HireStaff).execute(tx, houseAdmin(this.brand.id), {
        brandId: this.brand.id,
        name: '小周',
        role: 'clerk',
        storeIds,
      });
      await this.town.app.nest.get(AcceptInvitation).execute(tx, memberId, invitation.code);
    });
    return person;
  }

  /** @returns its public id */
  async reward(details: Partial<NewReward> = {}): Promise<string> {
    const reward = await this.town.app.inTransaction((tx) =>
      this.town.app.nest.get(CreateReward).execute(tx, houseAdmin(this.brand.id), {
        kind: 'gift',
        name: '手冲壶',
        description: '到店领取。',
        pictureUrl: '/media/kettle.png',
        points: 100,
        stock: 10,
        perMemberLimit: null,
        couponText: null,
        status: 'on_shelf',
        startsAt: null,
        endsAt: null,
        ...details,
        brandId: this.brand.id,
      }),
    );
    return toPublicId('reward', reward.id);
  }

  redeem(
    member: Customer,
    rewardId: string,
    { key = randomUUID(), storeId }: { key?: string; storeId?: string } = {},
  ): Promise<Answer<Redeemed>> {
    return this.town.app.post<Redeemed>('/api/member/redemptions', {
      token: member.token,
      headers: { 'idempotency-key': key },
      body: { rewardId, storeId },
    });
  }

  async points(member: Customer): Promise<Balance> {
    const owner = { memberId: await member.memberId(), programId: this.brand.programId };
    return (await this.town.app.nest.get(LedgerStatements).balances(this.town.app.nest.get(Database), owner))
      .points;
  }

  async stockOf(rewardId: string): Promise<number | undefined> {
    const member = await this.town.visitor();
    const shelf = await member.get<{ items: { id: string; stock: number }[] }>(
      `/api/member/rewards?brandId=${this.brandId}`,
    );
    return shelf.body.items.find(({ id }) => id === rewardId)?.stock;
  }
}

export interface Redeemed {
  id: string;
  status: string;
  code: string;
  points: number;
  couponText: string | null;
  store: { id: string; name: string } | null;
  reward: { id: string; name: string };
}
