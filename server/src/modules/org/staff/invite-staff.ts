import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { hashOfSecret, randomCode } from '../random-code.js';
import { StaffInvitationsRepository } from './staff-invitations.repository.js';
import { StaffRepository } from './staff.repository.js';

const VALID_MS = 7 * 86_400_000;

export interface Invitation {
  /** Known here and to whoever it is handed to; the database has only its hash. */
  readonly code: string;
  readonly expiresAt: Date;
}

/** Makes the code with which somebody binds their WeChat to their job. An older open code stops working. */
@Injectable()
export class InviteStaff {
  constructor(
    private readonly clock: Clock,
    private readonly staff: StaffRepository,
    private readonly invitations: StaffInvitationsRepository,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, admin: AdminActor, staffId: number): Promise<Invitation> {
    const person = await this.staff.lock(tx, staffId, admin.brandIds);
    if (!person) {
      throw notFound();
    }
    if (person.memberId !== null) {
      throw new Refusal('staff_already_bound');
    }
    const now = this.clock.now();
    await this.invitations.revokeOpen(tx, staffId, now);
    const invitation = { code: randomCode(), expiresAt: this.clock.in(VALID_MS) };
    await this.invitations.insert(tx, {
      staffId,
      codeHash: hashOfSecret(invitation.code),
      adminId: admin.adminId,
      at: now,
      expiresAt: invitation.expiresAt,
    });
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId: person.brandId,
      action: 'staff.invited',
      subject: { kind: 'staff', id: staffId },
    });
    return invitation;
  }
}
