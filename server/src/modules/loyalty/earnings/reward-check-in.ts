import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';
import { Ledger, type Owner } from '../../ledger/index.js';
import { ProgramRules } from '../program/program-rules.js';

/** What a visit is worth. */
@Injectable()
export class RewardCheckIn {
  constructor(
    private readonly rules: ProgramRules,
    private readonly ledger: Ledger,
  ) {}

  async pointsFor(programId: number): Promise<number> {
    return (await this.rules.earnRule(programId))?.checkInPoints ?? 0;
  }

  async execute(
    tx: Tx,
    checkIn: { id: number; owner: Owner; points: number; storeName: string },
  ): Promise<void> {
    if (checkIn.points > 0) {
      await this.ledger.earn(tx, {
        owner: checkIn.owner,
        unit: 'points',
        amount: checkIn.points,
        cause: { kind: 'check-in.made', id: checkIn.id, text: `到店签到：${checkIn.storeName}` },
      });
    }
  }
}
