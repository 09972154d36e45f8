import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../platform/auth/index.js';
import { Database } from '../../platform/database/index.js';
import { IdParam, pageOf, type Page } from '../../platform/http/index.js';
import { MembershipLookup } from '../members/index.js';
import { requireBrand } from '../org/index.js';
import { CheckInLookup } from './check-in-lookup.js';
import { CheckInView } from './check-in.view.js';
import { CheckInsQuery } from './check-ins.dto.js';

@AdminApi('members')
export class AdminCheckInsController {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipLookup,
    private readonly checkIns: CheckInLookup,
  ) {}

  @Get(':id/check-ins')
  @ForAdmin('members.see')
  @ApiOkResponse({ type: pageOf(CheckInView) })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'member') memberId: number,
    @Query() query: CheckInsQuery,
  ): Promise<Page<CheckInView>> {
    requireBrand(admin, query.brandId);
    await this.memberships.inBrand(this.database, memberId, query.brandId);
    return this.checkIns.page(memberId, query.brandId, query);
  }
}
