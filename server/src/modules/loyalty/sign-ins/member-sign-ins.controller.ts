import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { SignInCalendar } from './sign-in-calendar.js';
import { SignInForDay } from './sign-in.js';
import {
  DailySignInBody,
  SignInCalendarView,
  SignInsQuery,
  SignInView,
  toSignInView,
} from './sign-ins.dto.js';

@MemberApi('sign-ins')
export class MemberSignInsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendar: SignInCalendar,
    private readonly signIn: SignInForDay,
  ) {}

  @Get()
  @ForMember()
  @ApiOkResponse({ type: SignInCalendarView })
  find(
    @CurrentMember() { memberId }: MemberActor,
    @Query() { brandId, month }: SignInsQuery,
  ): Promise<SignInCalendarView> {
    return this.calendar.of(memberId, brandId, month);
  }

  /** Again on the same day answers the same. */
  @Post()
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: SignInView })
  async press(
    @CurrentMember() { memberId }: MemberActor,
    @Body() { brandId }: DailySignInBody,
  ): Promise<SignInView> {
    return toSignInView(await this.unitOfWork.run((tx) => this.signIn.execute(tx, memberId, brandId)));
  }
}
