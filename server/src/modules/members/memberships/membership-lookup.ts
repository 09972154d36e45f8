import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../../platform/database/index.js';
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

  /** Nobody else acts for this member at this brand until the transaction ends. @throws Refusal `membership_required` */
  async holdOfCaller(tx: Tx, memberId: number, brandId: number): Promise<void> {
    if (!(await this.memberships.hold(tx, memberId, brandId))) {
      throw new Refusal('membership_required');
    }
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

  ofMembers(
    reader: Reader,
    memberIds: readonly number[],
    brandIds: readonly number[],
  ): Promise<Membership[]> {
    return this.memberships.ofMembers(reader, memberIds, brandIds);
  }

  /** Held until the transaction ends: what is derived from a member's rows is derived by one at a time. */
  lock(tx: Tx, brandId: number, memberIds: readonly number[]): Promise<void> {
    return this.memberships.lock(tx, brandId, memberIds);
  }

  /** Brands whose card they have, or had. */
  brandsEver(reader: Reader, memberId: number): Promise<number[]> {
    return this.memberships.brandsEver(reader, memberId);
  }

  /** Cards of the brand in the order in which they were given, behind `afterId`. */
  after(
    reader: Reader,
    brandId: number,
    page: { joinedFrom: Date | null; afterId: number; limit: number },
  ): Promise<{ id: number; memberId: number }[]> {
    return this.memberships.after(reader, brandId, page);
  }

  ofMember(reader: Reader, memberId: number): Promise<Membership[]> {
    return this.memberships.ofMember(reader, memberId);
  }
}
