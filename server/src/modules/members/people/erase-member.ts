import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { EndStaff } from '../../org/index.js';
import { Addresses } from '../addresses/addresses.js';
import { ConsentLedger } from '../consents/consent-ledger.js';
import { MembershipsRepository } from '../memberships/memberships.repository.js';
import { IdentitiesRepository } from '../sessions/identities.repository.js';
import { Visitors } from '../sessions/visitors.js';
import { MembersRepository } from './members.repository.js';

/**
 * Forgets a person: everything that says who they are is destroyed, their sessions end at once, and WeChat brings
 * them back as a stranger. What they bought and earned stays in the books, without a name.
 */
@Injectable()
export class EraseMember {
  constructor(
    private readonly clock: Clock,
    private readonly members: MembersRepository,
    private readonly identities: IdentitiesRepository,
    private readonly visitors: Visitors,
    private readonly memberships: MembershipsRepository,
    private readonly consents: ConsentLedger,
    private readonly addresses: Addresses,
    private readonly endStaff: EndStaff,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, memberId: number): Promise<void> {
    const now = this.clock.now();
    if (!(await this.members.erase(tx, memberId, now))) {
      return;
    }
    this.visitors.changeIn(tx, await this.identities.eraseOf(tx, memberId, now));
    for (const { brandId } of await this.memberships.ofMember(tx, memberId)) {
      await this.consents.withdrawAll(tx, memberId, brandId);
    }
    await this.memberships.closeOf(tx, memberId, now);
    await this.addresses.removeAll(tx, memberId);
    await this.endStaff.ofMember(tx, memberId);
    await this.outbox.emit(tx, 'member.erased', { memberId });
    await this.audit.record(tx, {
      actor: { kind: 'member', id: memberId },
      brandId: null,
      action: 'member.erased',
      subject: { kind: 'member', id: memberId },
    });
  }
}
