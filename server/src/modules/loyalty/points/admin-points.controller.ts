import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { IdParam, pageOf, type Page } from '../../../platform/http/index.js';
import { MembershipLookup } from '../../members/index.js';
import { requireBrand } from '../../org/index.js';
import { PointsStatements } from './points-statements.js';
import { PointsEntriesQuery } from './points.dto.js';
import { PointsEntryView } from './points.view.js';

@AdminApi('members')
export class AdminPointsController {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipLookup,
    private readonly statements: PointsStatements,
  ) {}

  @Get(':id/points-entries')
  @ForAdmin('members.see')
  @ApiOkResponse({ type: pageOf(PointsEntryView) })
  async entries(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'member') memberId: number,
    @Query() query: PointsEntriesQuery,
  ): Promise<Page<PointsEntryView>> {
    requireBrand(admin, query.brandId);
    await this.memberships.inBrand(this.database, memberId, query.brandId);
    return this.statements.entries(memberId, query.brandId, query);
  }
}
