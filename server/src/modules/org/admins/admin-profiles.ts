import { Injectable } from '@nestjs/common';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { BrandLookup } from '../brands/brand-lookup.js';
import { toAdminMeView, type AdminMeView } from './admin.view.js';
import { AdminsRepository } from './admins.repository.js';

@Injectable()
export class AdminProfiles {
  constructor(
    private readonly database: Database,
    private readonly admins: AdminsRepository,
    private readonly brands: BrandLookup,
  ) {}

  async me(admin: AdminActor): Promise<AdminMeView> {
    const account = await this.admins.email(this.database, admin.adminId);
    return toAdminMeView(admin, account?.email ?? '', await this.brands.all());
  }
}
