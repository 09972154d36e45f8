import { Injectable } from '@nestjs/common';
import { Clock, addDays } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { MembershipLookup } from '../../members/index.js';
import { BrandLookup } from '../../org/index.js';
import { GiveRewards } from '../rules/give-rewards.js';
import { SignInsRepository, type SignIn } from './sign-ins.repository.js';

/** Signing in for the day: once a business day, however often and however parallel it is pressed. */
@Injectable()
export class SignInForDay {
  constructor(
    private readonly brands: BrandLookup,
    private readonly memberships: MembershipLookup,
    private readonly signIns: SignInsRepository,
    private readonly rewards: GiveRewards,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `membership_required` */
  async execute(tx: Tx, memberId: number, brandId: number): Promise<SignIn> {
    const { timeZone } = await this.brands.get(brandId);
    await this.memberships.ofCaller(tx, memberId, brandId);
    const businessDay = this.clock.businessDay(timeZone);
    const before = await this.signIns.find(tx, memberId, brandId, businessDay);
    return before ?? this.signIn(tx, memberId, brandId, businessDay);
  }

  private async signIn(tx: Tx, memberId: number, brandId: number, businessDay: string): Promise<SignIn> {
    const yesterday = await this.signIns.find(tx, memberId, brandId, addDays(businessDay, -1));
    const streak = (yesterday?.streak ?? 0) + 1;
    const signIn = { memberId, brandId, businessDay, streak };
    try {
      await this.signIns.add(tx, signIn, this.clock.now());
    } catch (error) {
      const first = isDuplicateKey(error)
        ? await this.signIns.find(tx, memberId, brandId, businessDay)
        : undefined;
      if (first) {
        return first;
      }
      throw error;
    }
    const given = await this.rewards.execute(tx, {
      trigger: 'sign-in.made',
      brandId,
      memberId,
      key: `sign-in:${brandId}:${memberId}:${businessDay}`,
      facts: { streak },
    });
    const points = given?.points ?? 0;
    await this.signIns.setPoints(tx, { ...signIn, points });
    return { ...signIn, points };
  }
}
