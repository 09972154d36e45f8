import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { LedgerStatements, type Balance, type Owner } from '../../ledger/index.js';
import { standingAt, type TierStanding } from '../domain/tiers.js';
import { ProgramRules } from './program-rules.js';

/** Where a member stands in a program. */
export interface Standing extends TierStanding {
  readonly growth: number;
  readonly points: Balance;
}

@Injectable()
export class Standings {
  constructor(
    private readonly statements: LedgerStatements,
    private readonly rules: ProgramRules,
  ) {}

  /** Costs one statement: the rules are remembered. */
  async of(reader: Reader, owner: Owner): Promise<Standing> {
    const [balances, tiers] = await Promise.all([
      this.statements.balances(reader, owner),
      this.rules.tiersOf(owner.programId),
    ]);
    const growth = balances.growth.available;
    return { growth, points: balances.points, ...standingAt(tiers, growth) };
  }
}
