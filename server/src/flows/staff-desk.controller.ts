import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentStaff, ForStaff, StaffApi, type StaffActor } from '../platform/auth/index.js';
import { MemberLookupBody, TodayQuery } from './staff-desk.dto.js';
import { StaffDesk } from './staff-desk.js';
import { FoundMemberView, TodayView } from './staff-desk.view.js';

@StaffApi('')
export class StaffDeskController {
  constructor(private readonly desk: StaffDesk) {}

  @Post('members/lookup')
  @HttpCode(200)
  @ForStaff('members.look-up')
  @ApiOkResponse({ type: FoundMemberView })
  find(
    @CurrentStaff() staff: StaffActor,
    @Body() { memberCode }: MemberLookupBody,
  ): Promise<FoundMemberView> {
    return this.desk.find(staff, memberCode);
  }

  @Get('today')
  @ForStaff('today.see')
  @ApiOkResponse({ type: TodayView })
  today(@CurrentStaff() staff: StaffActor, @Query() { storeId }: TodayQuery): Promise<TodayView> {
    return this.desk.today(staff, storeId);
  }
}
