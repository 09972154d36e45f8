import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/http/index.js';
import { StaffInvitationsRepository } from './staff-invitations.repository.js';
import { StaffLookup } from './staff-lookup.js';
import { StaffRepository } from './staff.repository.js';

/** Ends somebody's work: from now on they are a customer like all others. */
@Injectable()
export class EndStaff {
  constructor(
    private readonly clock: Clock,
    private readonly staff: StaffRepository,
    private readonly lookup: StaffLookup,
    private readonly invitations: StaffInvitationsRepository,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, admin: AdminActor, staffId: number): Promise<void> {
    const person = await this.staff.lock(tx, staffId, admin.brandIds);
    if (!person) {
      throw notFound();
    }
    const now = this.clock.now();
    await this.staff.end(tx, staffId, now);
    await this.invitations.revokeOpen(tx, staffId, now);
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId: person.brandId,
      action: 'staff.ended',
      subject: { kind: 'staff', id: staffId },
    });
    const { memberId } = person;
    if (memberId !== null) {
      tx.afterCommit(() => this.lookup.changed(memberId));
    }
  }

  /** When a person's account goes, their job binding goes with it. */
  async ofMember(tx: Tx, memberId: number): Promise<void> {
    await this.staff.endOfMember(tx, memberId, this.clock.now());
    tx.afterCommit(() => this.lookup.changed(memberId));
  }
}
