import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { hashOfSecret } from '../random-code.js';
import { StaffInvitationsRepository } from './staff-invitations.repository.js';
import { StaffLookup } from './staff-lookup.js';
import { StaffRepository } from './staff.repository.js';
import type { Workplace } from './workplace.js';

/** Binds a member to the job they were invited to. Pressing twice changes nothing. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly clock: Clock,
    private readonly staff: StaffRepository,
    private readonly lookup: StaffLookup,
    private readonly invitations: StaffInvitationsRepository,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, memberId: number, code: string): Promise<Workplace> {
    const codeHash = hashOfSecret(code);
    const taken = await this.invitations.take(tx, codeHash, memberId, this.clock.now());
    const invitation = await this.invitations.byCode(tx, codeHash);
    if (invitation?.acceptedBy !== memberId) {
      throw new Refusal('invitation_invalid');
    }
    if (taken) {
      await this.bind(tx, invitation.staffId, memberId);
    }
    const workplace = await this.staff.ofMember(tx, memberId);
    if (workplace?.staffId !== invitation.staffId) {
      throw new Refusal('invitation_invalid');
    }
    if (taken) {
      await this.audit.record(tx, {
        actor: { kind: 'member', id: memberId },
        brandId: workplace.brandId,
        action: 'staff.bound',
        subject: { kind: 'staff', id: workplace.staffId },
      });
      tx.afterCommit(() => this.lookup.changed(memberId));
    }
    return workplace;
  }

  private async bind(tx: Tx, staffId: number, memberId: number): Promise<void> {
    let bound: boolean;
    try {
      bound = await this.staff.bind(tx, staffId, memberId);
    } catch (error) {
      throw isDuplicateKey(error) ? new Refusal('already_staff') : error;
    }
    if (!bound) {
      throw new Refusal('invitation_invalid');
    }
  }
}
