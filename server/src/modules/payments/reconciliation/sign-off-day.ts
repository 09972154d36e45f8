import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { ClosingsRepository } from './closings.repository.js';
import { DifferencesRepository } from './differences.repository.js';

/** Closes a day for good: everything agrees, or somebody has explained it. */
@Injectable()
export class SignOffDay {
  constructor(
    private readonly closings: ClosingsRepository,
    private readonly differences: DifferencesRepository,
    private readonly audit: Audit,
  ) {}

  /** Signed twice is signed once. @throws Refusal `day_not_reconciled`, `day_has_differences` */
  async execute(tx: Tx, brandId: number, day: string, adminId: number): Promise<void> {
    const closing = await this.closings.lock(tx, brandId, day);
    if (!closing) {
      throw new Refusal('day_not_reconciled');
    }
    if (closing.signedAt) {
      return;
    }
    const [open] = await this.differences.openCounts(tx, brandId, day, day);
    if (open) {
      throw new Refusal('day_has_differences', { data: { own: open.own, nobodys: open.nobodys } });
    }
    await this.closings.sign(tx, brandId, day, adminId);
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: adminId },
      brandId,
      action: 'closing.signed',
      subject: { kind: 'brand', id: brandId },
      detail: { day, paidFen: closing.paidFen, refundedFen: closing.refundedFen },
    });
  }
}
