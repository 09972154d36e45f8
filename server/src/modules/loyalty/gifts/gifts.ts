import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { MembershipLookup, People, type Person } from '../../members/index.js';
import { BrandLookup } from '../../org/index.js';
import { celebratedYear } from '../domain/birthday.js';
import { rewardFor } from '../domain/reward-rule.js';
import { GiveRewards } from '../rules/give-rewards.js';
import { MemberFacts } from '../rules/member-facts.js';
import { RewardRules } from '../rules/reward-rules.js';

export const GIFT_KINDS = ['birthday', 'profile'] as const;
export type GiftKind = (typeof GIFT_KINDS)[number];

const TRIGGERS = { birthday: 'birthday.come', profile: 'profile.completed' } as const;

export interface Gift {
  readonly kind: GiftKind;
  readonly points: number;
  readonly state: 'ready' | 'fetched' | 'not_yet';
}

/** What waits for a member to fetch it. Birthdays are sealed at rest, so nobody can look for them: the member comes. */
@Injectable()
export class Gifts {
  constructor(
    private readonly brands: BrandLookup,
    private readonly memberships: MembershipLookup,
    private readonly people: People,
    private readonly rules: RewardRules,
    private readonly memberFacts: MemberFacts,
    private readonly rewards: GiveRewards,
    private readonly clock: Clock,
  ) {}

  /** Those that a rule gives something for. @throws Refusal `membership_required` */
  async of(reader: Reader, memberId: number, brandId: number): Promise<Gift[]> {
    await this.memberships.ofCaller(reader, memberId, brandId);
    const [person, facts, rules, { timeZone }] = await Promise.all([
      this.people.find(reader, memberId),
      this.memberFacts.of(reader, memberId, brandId),
      this.rules.of(brandId),
      this.brands.get(brandId),
    ]);
    const today = this.clock.businessDay(timeZone);
    const gifts: Gift[] = [];
    for (const kind of GIFT_KINDS) {
      const event = { trigger: TRIGGERS[kind], at: this.clock.now(), facts, lines: [] };
      const points = rules.reduce(
        (sum, rule) => sum + (rule.active && rule.unit === 'points' ? rewardFor(rule, event) : 0),
        0,
      );
      if (points > 0) {
        const key = person && keyOf(kind, person, brandId, today);
        const fetched = key !== undefined && (await this.rewards.hasGiven(reader, key));
        gifts.push({ kind, points, state: key === undefined ? 'not_yet' : fetched ? 'fetched' : 'ready' });
      }
    }
    return gifts;
  }

  /** @throws Refusal `membership_required`, `gift_not_ready`, `gift_fetched` */
  async fetch(tx: Tx, memberId: number, brandId: number, kind: GiftKind): Promise<number> {
    await this.memberships.ofCaller(tx, memberId, brandId);
    const { timeZone } = await this.brands.get(brandId);
    const person = await this.people.find(tx, memberId);
    const key = person && keyOf(kind, person, brandId, this.clock.businessDay(timeZone));
    if (key === undefined) {
      throw new Refusal('gift_not_ready');
    }
    const given = await this.rewards.execute(tx, {
      trigger: TRIGGERS[kind],
      brandId,
      memberId,
      key,
      facts: {},
    });
    if (!given) {
      throw new Refusal('gift_fetched');
    }
    if (given.points === 0) {
      throw new Refusal('gift_not_ready');
    }
    return given.points;
  }
}

/** Once a year, or once ever; undefined while there is no reason. */
function keyOf(kind: GiftKind, person: Person, brandId: number, today: string): string | undefined {
  const { memberId, name, birthday, phoneMasked } = person;
  if (kind === 'profile') {
    return name && birthday && phoneMasked ? `profile:${brandId}:${memberId}` : undefined;
  }
  const year = birthday === null ? undefined : celebratedYear(birthday, today);
  return year === undefined ? undefined : `birthday:${brandId}:${memberId}:${year}`;
}
