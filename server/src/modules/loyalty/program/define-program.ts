import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { TierRule } from '../domain/tiers.js';
import { EarnRule } from './earn-rule.entity.js';
import { ProgramRules } from './program-rules.js';
import { Tier } from './tier.entity.js';

export interface ProgramDefinition {
  readonly programId: number;
  readonly earning: Pick<EarnRule, 'pointsPerYuanBp' | 'growthPerYuanBp' | 'checkInPoints'>;
  readonly tiers: readonly TierRule[];
}

/** Lets a program give points and tiers. Later rules come as further versions; what was earned stays earned. */
@Injectable()
export class DefineProgram {
  constructor(
    private readonly clock: Clock,
    private readonly rules: ProgramRules,
  ) {}

  async execute(tx: Tx, { programId, earning, tiers }: ProgramDefinition): Promise<void> {
    const newest = await tx.manager.findOne(EarnRule, { where: { programId }, order: { version: 'DESC' } });
    await tx.manager.insert(EarnRule, {
      ...earning,
      programId,
      version: (newest?.version ?? 0) + 1,
      validFrom: this.clock.now(),
    });
    await tx.manager.delete(Tier, { programId });
    if (tiers.length > 0) {
      await tx.manager.insert(
        Tier,
        tiers.map((tier) => ({ ...tier, benefits: [...tier.benefits], programId })),
      );
    }
    tx.afterCommit(() => this.rules.changed(programId));
  }
}
