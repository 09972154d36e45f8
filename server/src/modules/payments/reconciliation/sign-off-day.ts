import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { WechatPay } from '../../../wechat/index.js';
import { ClosingsRepository } from './closings.repository.js';
import { DifferencesRepository } from './differences.repository.js';
import { MatchDay } from './match-day.js';

/** Closes a day for good: everything agrees, or somebody has explained it. */
@Injectable()
export class SignOffDay {
  constructor(
    private readonly closings: ClosingsRepository,
    private readonly differences: DifferencesRepository,
    private readonly matchDay: MatchDay,
    private readonly pay: WechatPay,
    private readonly audit: Audit,
  ) {}

  /** Signed twice is signed once. @throws Refusal `day_not_reconciled`, `day_has_differences` */
  async execute(tx: Tx, brandId: number, day: string, adminId: number): Promise<void> {
    if (!(await this.closings.ofDay(tx, brandId, day))) {
      throw new Refusal('day_not_reconciled');
    }
    // What was learned of the day since it was matched counts too.
    await this.matchDay.writeSums(tx, this.pay.mchId, day);
    const closing = await this.closings.lock(tx, brandId, day);
    if (!closing || closing.signedAt) {
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
