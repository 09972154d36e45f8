import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { capped, rewardFor, type RewardRule } from '../domain/reward-rule.js';
import { RewardRulesRepository, type PastEvent } from './reward-rules.repository.js';

const BATCH = 1_000;

/** What a rule would have given. */
export interface Trial {
  readonly events: number;
  /** Members who would have got something. */
  readonly members: number;
  readonly amount: number;
}

/** Tries a rule on what has been. Walks member by member, so that its memory doesn't grow with the brand. */
@Injectable()
export class TryRule {
  constructor(
    private readonly database: Database,
    private readonly repository: RewardRulesRepository,
  ) {}

  /** @param days the first and the last business day */
  async run(brandId: number, rule: RewardRule, { from, to }: { from: string; to: string }): Promise<Trial> {
    const trial = new RunningTrial(rule);
    let after = { memberId: 0, id: 0 };
    for (;;) {
      const events = await this.repository.past(this.database, {
        brandId,
        trigger: rule.trigger,
        from,
        to,
        after,
        limit: BATCH,
      });
      events.forEach((event) => trial.look(event));
      const last = events.at(-1);
      if (!last || events.length < BATCH) {
        return trial.result();
      }
      after = { memberId: last.memberId, id: last.id };
    }
  }
}

class RunningTrial {
  private events = 0;
  private members = 0;
  private amount = 0;
  private memberId = 0;
  private day = '';
  private given = { today: 0, ever: 0 };

  /** The dates of the rule lie ahead: what is asked is what it would have given had it been in force. */
  constructor(private readonly rule: RewardRule) {}

  look(event: PastEvent): void {
    if (event.memberId !== this.memberId) {
      this.memberId = event.memberId;
      this.given = { today: 0, ever: 0 };
    }
    if (event.businessDay !== this.day) {
      this.day = event.businessDay;
      this.given = { ...this.given, today: 0 };
    }
    this.events += 1;
    const amount = capped(
      this.rule.caps,
      rewardFor({ ...this.rule, startsAt: null, endsAt: null }, event),
      this.given,
    );
    if (amount > 0) {
      this.members += this.given.ever === 0 ? 1 : 0;
      this.amount += amount;
      this.given = { today: this.given.today + amount, ever: this.given.ever + amount };
    }
  }

  result(): Trial {
    return { events: this.events, members: this.members, amount: this.amount };
  }
}
