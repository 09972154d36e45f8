import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import { ConsentLedger } from '../consents/consent-ledger.js';
import { allowsMembership, type ConsentChannel, type ConsentChoice } from '../domain/consents.js';
import { BindPhone } from '../people/bind-phone.js';
import { ChangeProfile, type ProfileChange } from '../people/change-profile.js';
import { MembersRepository } from '../people/members.repository.js';
import { IdentitiesRepository, type Identity } from '../sessions/identities.repository.js';
import { Visitors } from '../sessions/visitors.js';
import type { Membership } from './memberships.repository.js';
import { OpenMembership } from './open-membership.js';

export interface Join {
  readonly identityId: number;
  readonly brandId: number;
  /** The door they came in by, when there was one. */
  readonly liveCodeId?: number | null;
  readonly storeId?: number | null;
  /** As WeChat told it. */
  readonly phone?: string;
  readonly consents: readonly ConsentChoice[];
  readonly channel: ConsentChannel;
  readonly profile?: ProfileChange;
}

export interface Joined {
  readonly membership: Membership;
  /** False when they had joined before: nothing that welcomes somebody should happen again. */
  readonly opened: boolean;
}

/**
 * Makes a visitor a member of a brand. The identity's row is locked first, so a double tap runs one after the
 * other and finds the card of the first; unique keys stand behind that for everything that takes another way.
 */
@Injectable()
export class JoinMember {
  constructor(
    private readonly clock: Clock,
    private readonly identities: IdentitiesRepository,
    private readonly visitors: Visitors,
    private readonly members: MembersRepository,
    private readonly changeProfile: ChangeProfile,
    private readonly bindPhone: BindPhone,
    private readonly openMembership: OpenMembership,
    private readonly consents: ConsentLedger,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, join: Join): Promise<Joined> {
    if (!allowsMembership(join.consents)) {
      throw new Refusal('service_consent_required');
    }
    const identity = await this.identities.lock(tx, join.identityId);
    if (!identity) {
      throw new Refusal('unauthenticated');
    }
    const { memberId, isNew } = await this.memberOf(tx, identity);
    await this.fillIn(tx, memberId, join);
    const { liveCodeId = null, storeId = null, brandId } = join;
    const joined = await this.openMembership.execute(tx, { memberId, brandId, liveCodeId, storeId });
    await this.consents.record(tx, { memberId, brandId, choices: join.consents, channel: join.channel });
    if (joined.opened) {
      const membershipId = joined.membership.id;
      await this.outbox.emit(tx, 'member.joined', { memberId, membershipId, brandId, liveCodeId, storeId });
    }
    if (isNew) {
      await this.members.giveNumber(tx, memberId);
    }
    return joined;
  }

  private async memberOf(tx: Tx, identity: Identity): Promise<{ memberId: number; isNew: boolean }> {
    if (identity.memberId !== null) {
      return { memberId: identity.memberId, isNew: false };
    }
    const member = await this.createOrMeetAgain(tx, identity.unionid);
    await this.identities.link(tx, identity.id, member.memberId);
    this.visitors.changeIn(tx, [identity.id]);
    return member;
  }

  private async createOrMeetAgain(
    tx: Tx,
    unionid: string | null,
  ): Promise<{ memberId: number; isNew: boolean }> {
    try {
      return { memberId: await this.members.insert(tx, unionid, this.clock.now()), isNew: true };
    } catch (error) {
      const known =
        unionid !== null && isDuplicateKey(error) ? await this.members.lockByUnionid(tx, unionid) : undefined;
      if (known === undefined) {
        throw error;
      }
      return { memberId: known, isNew: false };
    }
  }

  private async fillIn(tx: Tx, memberId: number, { profile, phone }: Join): Promise<void> {
    if (profile?.name !== undefined || profile?.birthday !== undefined) {
      await this.changeProfile.execute(tx, memberId, profile);
    }
    if (phone !== undefined) {
      await this.bindPhone.execute(tx, memberId, phone);
    }
  }
}
