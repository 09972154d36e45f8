import { Injectable } from '@nestjs/common';
import type { RuleTrigger } from '@regulars/shared';
import { Clock } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Reader, type Tx } from '../../../platform/database/index.js';
import { CAUSE_TEXT_MAX, Ledger, type Unit } from '../../ledger/index.js';
import { BrandLookup } from '../../org/index.js';
import { capped, rewardFor, type Facts, type RuleEvent } from '../domain/reward-rule.js';
import { PointsTermsLookup } from '../terms/points-terms-lookup.js';
import { MemberFacts } from './member-facts.js';
import { RewardRules } from './reward-rules.js';
import { RewardRulesRepository, type Award, type NewEvent } from './reward-rules.repository.js';

export interface Happening {
  readonly trigger: RuleTrigger;
  readonly brandId: number;
  readonly memberId: number;
  /** Unique among all happenings. */
  readonly key: string;
  readonly facts: Facts;
  readonly lines?: RuleEvent['lines'];
}

/** What the rules gave. */
export interface Given {
  readonly eventId: number;
  readonly points: number;
  readonly growth: number;
  readonly awards: readonly Award[];
}

/** Lets the rules of a brand look at what happened, once, and notes what each of them gave. */
@Injectable()
export class GiveRewards {
  constructor(
    private readonly rules: RewardRules,
    private readonly repository: RewardRulesRepository,
    private readonly memberFacts: MemberFacts,
    private readonly brands: BrandLookup,
    private readonly terms: PointsTermsLookup,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Decides and notes; booking is the caller's. @throws a duplicate key error when it happened before */
  async decide(tx: Tx, happening: Happening): Promise<Given> {
    const event = await this.eventOf(tx, happening);
    const awards = await this.awardsFor(tx, event);
    const points = sumOf(awards, 'points');
    const growth = sumOf(awards, 'growth');
    const eventId = await this.repository.addEvent(tx, event, { points, growth });
    await this.repository.addAwards(tx, eventId, event, awards);
    return { eventId, points, growth, awards };
  }

  /** The same, booked by itself. Undefined when it happened before. */
  async execute(tx: Tx, happening: Happening): Promise<Given | undefined> {
    const given = await this.decide(tx, happening).catch((error: unknown) => {
      if (isDuplicateKey(error)) {
        return undefined;
      }
      throw error;
    });
    if (given) {
      await this.book(tx, happening, given);
    }
    return given;
  }

  hasGiven(reader: Reader, key: string): Promise<boolean> {
    return this.repository.hasHappened(reader, key);
  }

  private async book(tx: Tx, { memberId, brandId }: Happening, given: Given): Promise<void> {
    const { programId } = await this.brands.get(brandId);
    for (const unit of ['points', 'growth'] as const) {
      const names = given.awards.filter(({ rule }) => rule.unit === unit).map(({ rule }) => rule.name);
      if (given[unit] > 0) {
        await this.ledger.earn(tx, {
          owner: { memberId, programId },
          unit,
          amount: given[unit],
          cause: { kind: 'reward.given', id: given.eventId, text: names.join('、').slice(0, CAUSE_TEXT_MAX) },
          ...(unit === 'points' ? await this.terms.lifeOfGift(brandId) : {}),
        });
      }
    }
  }

  private async eventOf(tx: Tx, happening: Happening): Promise<NewEvent> {
    const { programId, timeZone } = await this.brands.get(happening.brandId);
    const { memberId, brandId } = happening;
    return {
      ...happening,
      programId,
      facts: { ...(await this.memberFacts.of(tx, memberId, brandId)), ...happening.facts },
      lines: happening.lines ?? [],
      businessDay: this.clock.businessDay(timeZone),
      at: this.clock.now(),
    };
  }

  private async awardsFor(tx: Tx, event: NewEvent): Promise<Award[]> {
    const wanted = (await this.rules.of(event.brandId))
      .filter(({ active }) => active)
      .map((rule) => ({ rule, amount: rewardFor(rule, event) }))
      .filter(({ amount }) => amount > 0);
    const bounded = wanted.filter(({ rule: { caps } }) => caps.perDay !== null || caps.perMember !== null);
    if (bounded.length === 0) {
      return wanted;
    }
    // One after the other for each member, or two at once would both see room under the cap.
    await this.ledger.hold(tx, { memberId: event.memberId, programId: event.programId }, 'points');
    const ids = bounded.map(({ rule }) => rule.id);
    const given = await this.repository.given(tx, ids, event.memberId, event.businessDay);
    return wanted
      .map(({ rule, amount }) => ({
        rule,
        amount: capped(rule.caps, amount, given.get(rule.id) ?? NOTHING),
      }))
      .filter(({ amount }) => amount > 0);
  }
}

const NOTHING = { today: 0, ever: 0 };

function sumOf(awards: readonly Award[], unit: Unit): number {
  return awards.reduce((sum, { rule, amount }) => sum + (rule.unit === unit ? amount : 0), 0);
}
