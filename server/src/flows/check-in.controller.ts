import { Body, Post } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import {
  CurrentMember,
  CurrentStaff,
  ForMember,
  ForStaff,
  MemberApi,
  StaffApi,
  type MemberActor,
  type StaffActor,
} from '../platform/auth/index.js';
import { CheckInView } from '../modules/check-ins/index.js';
import { CheckInBody, StaffCheckInBody } from './check-in.dto.js';
import { CheckInFlow } from './check-in.js';

@MemberApi('check-ins')
export class CustomerCheckInController {
  constructor(private readonly flow: CheckInFlow) {}

  @Post()
  @ForMember()
  @ApiCreatedResponse({ type: CheckInView })
  create(
    @CurrentMember() { memberId }: MemberActor,
    @Body() { storeCode, lat, lng }: CheckInBody,
  ): Promise<CheckInView> {
    const from = lat === undefined || lng === undefined ? undefined : { lat, lng };
    return this.flow.byCustomer(memberId, storeCode, from);
  }
}

@StaffApi('check-ins')
export class StaffCheckInController {
  constructor(private readonly flow: CheckInFlow) {}

  @Post()
  @ForStaff('check-ins.make')
  @ApiCreatedResponse({ type: CheckInView })
  create(
    @CurrentStaff() staff: StaffActor,
    @Body() { memberCode, storeId }: StaffCheckInBody,
  ): Promise<CheckInView> {
    return this.flow.byStaff(staff, memberCode, storeId);
  }
}
