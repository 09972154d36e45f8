import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../platform/auth/index.js';
import { pageOf, type Page } from '../../platform/http/index.js';
import { CheckInLookup } from './check-in-lookup.js';
import { CheckInView } from './check-in.view.js';
import { CheckInsQuery } from './check-ins.dto.js';

@MemberApi('check-ins')
export class MemberCheckInsController {
  constructor(private readonly checkIns: CheckInLookup) {}

  @Get()
  @ForMember()
  @ApiOkResponse({ type: pageOf(CheckInView) })
  list(
    @CurrentMember() { memberId }: MemberActor,
    @Query() query: CheckInsQuery,
  ): Promise<Page<CheckInView>> {
    return this.checkIns.page(memberId, query.brandId, query);
  }
}
