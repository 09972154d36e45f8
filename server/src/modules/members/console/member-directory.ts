import { Injectable } from '@nestjs/common';
import type { AdminActor } from '../../../platform/auth/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { Database } from '../../../platform/database/index.js';
import { decodeCursor, type PageQuery } from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import { ConsentLedger, type Consent } from '../consents/consent-ledger.js';
import { MembershipLookup } from '../memberships/membership-lookup.js';
import { MembershipsRepository, type Membership } from '../memberships/memberships.repository.js';
import { People, type Person } from '../people/people.js';
import { IdentitiesRepository, type KnownIdentity } from '../sessions/identities.repository.js';

export interface MemberEntry {
  readonly membership: Membership;
  /** Undefined for whoever was erased a moment ago. */
  readonly person: Person | undefined;
}

export interface MemberProfile extends MemberEntry {
  /** With the brands that the admin may see. */
  readonly memberships: readonly Membership[];
  readonly identities: readonly KnownIdentity[];
  readonly consents: readonly Consent[];
}

export interface MemberFilter {
  readonly phone?: string;
  readonly cardNo?: string;
}

/** A brand's members as its admins see them. */
@Injectable()
export class MemberDirectory {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly repository: MembershipsRepository,
    private readonly memberships: MembershipLookup,
    private readonly people: People,
    private readonly identities: IdentitiesRepository,
    private readonly consents: ConsentLedger,
  ) {}

  /** Newest first; one entry more than the limit when there is a next page. Two statements, however long. */
  async list(
    admin: AdminActor,
    brandId: number,
    { phone, cardNo }: MemberFilter,
    { after, limit }: PageQuery,
  ): Promise<MemberEntry[]> {
    requireBrand(admin, brandId);
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const phoneIndex = phone === undefined ? undefined : this.cipher.index('phone', phone);
    const page = await this.repository.page(
      this.database,
      brandId,
      { phoneIndex, cardNo },
      beforeId,
      limit + 1,
    );
    const people = await this.people.many(
      this.database,
      page.map(({ memberId }) => memberId),
    );
    return page.map((membership) => ({ membership, person: people.get(membership.memberId) }));
  }

  async profile(admin: AdminActor, memberId: number, brandId: number): Promise<MemberProfile> {
    requireBrand(admin, brandId);
    const membership = await this.memberships.inBrand(this.database, memberId, brandId);
    const [person, memberships, identities, consents] = await Promise.all([
      this.people.find(this.database, memberId),
      this.memberships.ofMember(this.database, memberId),
      this.identities.ofMember(this.database, memberId),
      this.consents.current(this.database, memberId, brandId),
    ]);
    return {
      membership,
      person,
      memberships: memberships.filter((one) => admin.brandIds.includes(one.brandId)),
      identities,
      consents,
    };
  }
}
