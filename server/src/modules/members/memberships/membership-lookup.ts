import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { MembershipsRepository, type Membership } from './memberships.repository.js';

@Injectable()
export class MembershipLookup {
  constructor(private readonly memberships: MembershipsRepository) {}

  find(reader: Reader, memberId: number, brandId: number): Promise<Membership | undefined> {
    return this.memberships.find(reader, memberId, brandId);
  }

  /** For the member themselves. @throws Refusal `membership_required` */
  async ofCaller(reader: Reader, memberId: number, brandId: number): Promise<Membership> {
    const membership = await this.find(reader, memberId, brandId);
    if (!membership) {
      throw new Refusal('membership_required');
    }
    return membership;
  }

  /** For staff and admins of the brand: another brand's member doesn't exist for them. @throws Refusal `not_found` */
  async inBrand(reader: Reader, memberId: number, brandId: number): Promise<Membership> {
    const membership = await this.find(reader, memberId, brandId);
    if (!membership) {
      throw notFound();
    }
    return membership;
  }

  /** @throws Refusal `not_found` when it is closed or another brand's */
  async byIdInBrand(reader: Reader, membershipId: number, brandId: number): Promise<Membership> {
    const membership = await this.memberships.byId(reader, membershipId);
    if (membership?.brandId !== brandId) {
      throw notFound();
    }
    return membership;
  }

  /** Cards of the brand given since this instant. */
  joinedSince(reader: Reader, brandId: number, since: Date): Promise<number> {
    return this.memberships.joinedSince(reader, brandId, since);
  }

  ofMember(reader: Reader, memberId: number): Promise<Membership[]> {
    return this.memberships.ofMember(reader, memberId);
  }
}
