import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../../platform/auth/index.js';
import { pageOf, type Page } from '../../../platform/http/index.js';
import { PointsStatements } from './points-statements.js';
import { PointsEntriesQuery, PointsQuery } from './points.dto.js';
import { PointsEntryView, PointsView } from './points.view.js';

@MemberApi('points')
export class MemberPointsController {
  constructor(private readonly statements: PointsStatements) {}

  @Get()
  @ForMember()
  @ApiOkResponse({ type: PointsView })
  balance(
    @CurrentMember() { memberId }: MemberActor,
    @Query() { brandId }: PointsQuery,
  ): Promise<PointsView> {
    return this.statements.balance(memberId, brandId);
  }

  @Get('entries')
  @ForMember()
  @ApiOkResponse({ type: pageOf(PointsEntryView) })
  entries(
    @CurrentMember() { memberId }: MemberActor,
    @Query() query: PointsEntriesQuery,
  ): Promise<Page<PointsEntryView>> {
    return this.statements.entries(memberId, query.brandId, query);
  }
}
