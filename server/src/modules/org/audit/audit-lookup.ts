import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEntry } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { decodeCursor, toPage, type Page, type PageQuery } from '../../../platform/http/index.js';
import { AdminsRepository } from '../admins/admins.repository.js';
import { requireBrand } from '../scope.js';
import { StaffRepository } from '../staff/staff.repository.js';
import { toAuditEntryView, type AuditEntryView } from './audit.view.js';

type Actor = AuditEntry['actor'];

@Injectable()
export class AuditLookup {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly admins: AdminsRepository,
    private readonly staff: StaffRepository,
  ) {}

  /** Newest first. */
  async page(admin: AdminActor, brandId: number, { after, limit }: PageQuery): Promise<Page<AuditEntryView>> {
    requireBrand(admin, brandId);
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const entries = await this.trail.ofBrand(brandId, beforeId, limit + 1);
    const nameOf = await this.namesOf(entries.map(({ actor }) => actor));
    return toPage(
      entries,
      limit,
      ({ id }) => [id],
      (entry) => toAuditEntryView(entry, nameOf),
    );
  }

  private async namesOf(actors: readonly Actor[]): Promise<(actor: Actor) => string | undefined> {
    const idsOf = (kind: Actor['kind']) => [
      ...new Set(actors.filter((actor) => actor.kind === kind).map(({ id }) => id)),
    ];
    const [admins, staff] = await Promise.all([
      this.admins.names(this.database, idsOf('admin')),
      this.staff.names(this.database, idsOf('staff')),
    ]);
    return ({ kind, id }) =>
      kind === 'admin' ? admins.get(id) : kind === 'staff' ? staff.get(id) : undefined;
  }
}
