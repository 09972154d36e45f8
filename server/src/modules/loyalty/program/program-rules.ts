import { Injectable } from '@nestjs/common';
import { BriefCache } from '../../../platform/cache/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import type { TierRule } from '../domain/tiers.js';
import { EarnRule } from './earn-rule.entity.js';
import { Tier } from './tier.entity.js';

const PROGRAMS_MAX = 1_000;

/** A program's earn rules and tiers: asked for by nearly every request, and hardly ever changed. */
@Injectable()
export class ProgramRules {
  private readonly earnRules: BriefCache<number, readonly EarnRule[]>;
  private readonly tiers: BriefCache<number, readonly TierRule[]>;

  constructor(
    database: Database,
    private readonly clock: Clock,
  ) {
    this.earnRules = new BriefCache(
      (programId) => database.manager.find(EarnRule, { where: { programId }, order: { version: 'DESC' } }),
      { keysMax: PROGRAMS_MAX },
    );
    this.tiers = new BriefCache(
      (programId) => database.manager.find(Tier, { where: { programId }, order: { growthFrom: 'ASC' } }),
      { keysMax: PROGRAMS_MAX },
    );
  }

  /** The newest version that holds already; undefined when the program gives no points. */
  async earnRule(programId: number): Promise<EarnRule | undefined> {
    const now = this.clock.now();
    return (await this.earnRules.get(programId)).find((rule) => rule.validFrom <= now);
  }

  tiersOf(programId: number): Promise<readonly TierRule[]> {
    return this.tiers.get(programId);
  }

  changed(programId: number): void {
    this.earnRules.drop(programId);
    this.tiers.drop(programId);
  }
}
