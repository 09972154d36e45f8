import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import {
  NOTHING_OWED,
  movementsOf,
  standingAfter,
  type Flow,
  type Movements,
  type Standing,
} from '../domain/liability.js';
import { ProofsRepository, type Finding, type Proof } from '../proof/proofs.repository.js';
import { LedgerDays } from './ledger-days.js';

export interface LiabilityMonth {
  readonly month: string;
  readonly movements: Movements;
  /** At its end, or now. */
  readonly closing: Standing;
  readonly flows: readonly Flow[];
}

/** What a program owes its members in points, month by month, and whether the books were proved. */
@Injectable()
export class LiabilityReport {
  constructor(
    private readonly days: LedgerDays,
    private readonly proofs: ProofsRepository,
  ) {}

  /** The newest month first. */
  async months(reader: Reader, programId: number): Promise<LiabilityMonth[]> {
    const flows = await this.days.flows(reader, programId, 'points');
    const months: LiabilityMonth[] = [];
    let closing = NOTHING_OWED;
    for (const month of new Set(flows.map((flow) => flow.month))) {
      const own = flows.filter((flow) => flow.month === month);
      closing = standingAfter(closing, own);
      months.push({ month, movements: movementsOf(own), closing, flows: own });
    }
    return months.toReversed();
  }

  /** The newest proof that is complete, with the first of what it found. */
  async proof(
    reader: Reader,
    findings: number,
  ): Promise<(Proof & { readonly findings: Finding[] }) | undefined> {
    const proof = await this.proofs.newest(reader);
    return proof && { ...proof, findings: await this.proofs.findings(reader, proof.id, findings) };
  }
}
