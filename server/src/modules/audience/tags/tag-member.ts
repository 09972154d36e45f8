import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { MembershipLookup } from '../../members/index.js';
import { DefineTags } from './define-tags.js';
import { MemberTags } from './member-tags.js';

export interface ManualTag {
  readonly tagId: number;
  readonly memberId: number;
  readonly reason: string;
  /** Null for as long as nobody takes it back. */
  readonly days: number | null;
}

const DAY_MS = 86_400_000;

/** An admin gives a member a tag by hand, or takes it back. */
@Injectable()
export class TagMember {
  constructor(
    private readonly registry: DefineTags,
    private readonly memberTags: MemberTags,
    private readonly memberships: MembershipLookup,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async give(tx: Tx, admin: AdminActor, { tagId, memberId, reason, days }: ManualTag): Promise<void> {
    const tag = await this.registry.tagOf(tx, admin, tagId);
    const group = await this.registry.groupOf(tx, admin, tag.groupId);
    await this.memberships.inBrand(tx, memberId, tag.brandId);
    const expiresAt = days === null ? null : this.clock.in(days * DAY_MS);
    const given = { source: 'admin', actorId: admin.adminId, evidence: reason, expiresAt } as const;
    await this.memberTags.give(tx, tag, group, [memberId], given);
    await this.record(tx, admin, tag.brandId, 'member.tagged', memberId, { tagId, reason });
  }

  async take(tx: Tx, admin: AdminActor, { tagId, memberId, reason }: Omit<ManualTag, 'days'>): Promise<void> {
    const tag = await this.registry.tagOf(tx, admin, tagId);
    await this.memberships.inBrand(tx, memberId, tag.brandId);
    const why = { source: 'admin', actorId: admin.adminId, evidence: reason } as const;
    if ((await this.memberTags.take(tx, tag, [memberId], why)) > 0) {
      await this.record(tx, admin, tag.brandId, 'member.untagged', memberId, { tagId, reason });
    }
  }

  private record(
    tx: Tx,
    { adminId }: AdminActor,
    brandId: number,
    action: string,
    memberId: number,
    detail: object,
  ): Promise<void> {
    const actor = { kind: 'admin', id: adminId } as const;
    const subject = { kind: 'member', id: memberId };
    return this.audit.record(tx, { actor, brandId, action, subject, detail });
  }
}
