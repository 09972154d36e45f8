import { Injectable } from '@nestjs/common';
import { STAFF_ROLE_PERMISSIONS } from '@regulars/shared';
import { StaffResolver, type AdminActor, type StaffActor } from '../../../platform/auth/index.js';
import { BriefCache } from '../../../platform/cache/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { decodeCursor, toPage, type Page, type PageQuery } from '../../../platform/http/index.js';
import { requireBrand } from '../scope.js';
import { StaffInvitationsRepository } from './staff-invitations.repository.js';
import { StaffRepository } from './staff.repository.js';
import { toStaffView, type StaffView } from './staff.view.js';
import type { Workplace } from './workplace.js';

@Injectable()
export class StaffLookup extends StaffResolver {
  private readonly byMember: BriefCache<number, Workplace | null>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staff: StaffRepository,
    private readonly invitations: StaffInvitationsRepository,
  ) {
    super();
    this.byMember = new BriefCache(async (memberId) => (await staff.ofMember(database, memberId)) ?? null, {
      keysMax: 10_000,
    });
  }

  /** Where this member works; undefined for a customer. */
  async ofMember(memberId: number): Promise<Workplace | undefined> {
    return (await this.byMember.get(memberId)) ?? undefined;
  }

  async resolve(memberId: number): Promise<StaffActor | undefined> {
    const workplace = await this.ofMember(memberId);
    return (
      workplace && {
        staffId: workplace.staffId,
        memberId,
        brandId: workplace.brandId,
        storeIds: workplace.stores.map(({ id }) => id),
        permissions: STAFF_ROLE_PERMISSIONS[workplace.role],
      }
    );
  }

  async page(admin: AdminActor, brandId: number, { after, limit }: PageQuery): Promise<Page<StaffView>> {
    requireBrand(admin, brandId);
    const [afterId] = after === undefined ? [0] : decodeCursor(after, ['number']);
    const people = await this.staff.page(this.database, brandId, afterId, limit + 1);
    const ids = people.map(({ staffId }) => staffId);
    const openUntil = await this.invitations.openUntil(this.database, ids, this.clock.now());
    return toPage(
      people,
      limit,
      ({ staffId }) => [staffId],
      (person) => toStaffView(person, openUntil.get(person.staffId)),
    );
  }

  changed(memberId: number): void {
    this.byMember.drop(memberId);
  }
}
