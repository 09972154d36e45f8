import { Injectable } from '@nestjs/common';
import { Clock, addDays, addMonths } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { MembershipLookup } from '../../members/index.js';
import { BrandLookup } from '../../org/index.js';
import { rewardFor } from '../domain/reward-rule.js';
import { MemberFacts } from '../rules/member-facts.js';
import { RewardRules } from '../rules/reward-rules.js';
import type { SignInCalendarView } from './sign-ins.dto.js';
import { SignInsRepository } from './sign-ins.repository.js';

/** So many days ahead it is said what they would give. */
const DAYS_AHEAD = 7;

/** A month of signing in, and what the next days in a row would give. */
@Injectable()
export class SignInCalendar {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandLookup,
    private readonly memberships: MembershipLookup,
    private readonly signIns: SignInsRepository,
    private readonly rules: RewardRules,
    private readonly memberFacts: MemberFacts,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `membership_required` */
  async of(memberId: number, brandId: number, month: string | undefined): Promise<SignInCalendarView> {
    const { timeZone } = await this.brands.get(brandId);
    await this.memberships.ofCaller(this.database, memberId, brandId);
    const today = this.clock.businessDay(timeZone);
    const first = `${month ?? today.slice(0, 7)}-01`;
    const last = addDays(addMonths(first, 1), -1);
    const [days, recent] = await Promise.all([
      this.signIns.between(this.database, memberId, brandId, first, last),
      this.signIns.between(this.database, memberId, brandId, addDays(today, -1), today),
    ]);
    const newest = recent.at(-1);
    const signedIn = newest?.businessDay === today;
    const streak = newest?.streak ?? 0;
    return {
      month: first.slice(0, 7),
      today,
      signedIn,
      streak,
      days: days.map(({ businessDay, points }) => ({ day: businessDay, points })),
      ahead: await this.ahead(memberId, brandId, streak),
    };
  }

  /** Without the caps: what was promised here may still meet one. */
  private async ahead(
    memberId: number,
    brandId: number,
    streak: number,
  ): Promise<SignInCalendarView['ahead']> {
    const [rules, facts] = await Promise.all([
      this.rules.of(brandId),
      this.memberFacts.of(this.database, memberId, brandId),
    ]);
    const given = rules.filter(({ active, unit }) => active && unit === 'points');
    return Array.from({ length: DAYS_AHEAD }, (_, index) => {
      const event = {
        trigger: 'sign-in.made' as const,
        at: this.clock.now(),
        facts: { ...facts, streak: streak + index + 1 },
        lines: [],
      };
      return {
        streak: streak + index + 1,
        points: given.reduce((sum, rule) => sum + rewardFor(rule, event), 0),
      };
    });
  }
}
