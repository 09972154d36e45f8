import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { DifferencesRepository, type Difference } from './differences.repository.js';

/** A person has found out what a difference is, and answers for it. Nothing is booked. */
@Injectable()
export class AcceptDifference {
  constructor(
    private readonly differences: DifferencesRepository,
    private readonly audit: Audit,
  ) {}

  /** @throws Refusal `difference_settled` */
  async execute(tx: Tx, difference: Difference, adminId: number, note: string): Promise<void> {
    if (!(await this.differences.settle(tx, difference.id, { state: 'accepted', by: adminId, note }))) {
      throw new Refusal('difference_settled');
    }
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: adminId },
      brandId: difference.brandId,
      action: 'difference.accepted',
      subject: { kind: 'difference', id: difference.id },
      detail: { kind: difference.kind, outTradeNo: difference.outTradeNo, day: difference.day, note },
    });
  }
}
