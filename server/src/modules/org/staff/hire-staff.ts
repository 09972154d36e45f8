import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@regulars/shared';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { requireBrand } from '../scope.js';
import { InviteStaff, type Invitation } from './invite-staff.js';
import { StaffRepository } from './staff.repository.js';
import type { Workplace } from './workplace.js';

export interface NewStaff {
  readonly brandId: number;
  readonly name: string;
  readonly role: StaffRole;
  readonly storeIds: readonly number[];
}

export interface Hired {
  readonly person: Workplace;
  readonly invitation: Invitation;
}

/** Puts somebody on a brand's staff, with the invitation that binds their WeChat to the job. */
@Injectable()
export class HireStaff {
  constructor(
    private readonly clock: Clock,
    private readonly staff: StaffRepository,
    private readonly inviteStaff: InviteStaff,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, admin: AdminActor, { brandId, name, role, storeIds }: NewStaff): Promise<Hired> {
    requireBrand(admin, brandId);
    const stores = [...new Set(storeIds)];
    if ((await this.staff.countStores(tx, brandId, stores)) !== stores.length) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'storeIds', message: '请选择这个品牌的门店' }],
      });
    }
    const staffId = await this.staff.insert(tx, { brandId, name, role, at: this.clock.now() });
    await this.staff.putInStores(tx, staffId, stores);
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId,
      action: 'staff.hired',
      subject: { kind: 'staff', id: staffId },
      detail: { name, role },
    });
    const invitation = await this.inviteStaff.execute(tx, admin, staffId);
    const person = await this.staff.find(tx, staffId);
    if (!person) {
      throw notFound();
    }
    return { person, invitation };
  }
}
