import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import { MembershipLookup } from '../memberships/membership-lookup.js';
import { People } from '../people/people.js';

export interface RevealRequest {
  readonly memberId: number;
  readonly brandId: number;
  readonly reason: string;
}

/** Shows a whole phone number to an admin, who leaves name and reason in the audit. */
@Injectable()
export class RevealPhone {
  constructor(
    private readonly memberships: MembershipLookup,
    private readonly people: People,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, admin: AdminActor, { memberId, brandId, reason }: RevealRequest): Promise<string> {
    requireBrand(admin, brandId);
    await this.memberships.inBrand(tx, memberId, brandId);
    const phone = await this.people.phone(tx, memberId);
    if (phone === null) {
      throw notFound();
    }
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId,
      action: 'member.phone-revealed',
      subject: { kind: 'member', id: memberId },
      detail: { reason },
    });
    return phone;
  }
}
