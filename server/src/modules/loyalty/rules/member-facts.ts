import { Injectable } from '@nestjs/common';
import { Clock, businessDayOf, minuteOfDay } from '../../../platform/clock/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { MembershipLookup } from '../../members/index.js';
import { BrandLookup } from '../../org/index.js';
import type { Facts } from '../domain/reward-rule.js';
import { Standings } from '../program/standings.js';

/** What every rule may ask, whatever happened. */
@Injectable()
export class MemberFacts {
  constructor(
    private readonly brands: BrandLookup,
    private readonly memberships: MembershipLookup,
    private readonly standings: Standings,
    private readonly clock: Clock,
  ) {}

  async of(reader: Reader, memberId: number, brandId: number): Promise<Facts> {
    const { programId, timeZone } = await this.brands.get(brandId);
    const membership = await this.memberships.find(reader, memberId, brandId);
    const { tier } = await this.standings.of(reader, { memberId, programId });
    const now = this.clock.now();
    const today = businessDayOf(now, timeZone);
    return {
      tierLevel: tier.level,
      weekday: weekdayOf(today),
      calendarDay: today.slice(5),
      minuteOfDay: minuteOfDay(now, timeZone),
      ...(membership
        ? { daysSinceJoin: daysBetween(businessDayOf(membership.joinedAt, timeZone), today) }
        : {}),
    };
  }
}

/** 1 is Monday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / 86_400_000);
}
