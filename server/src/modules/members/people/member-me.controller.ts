import { Body, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  CurrentMember,
  ForMember,
  ForVisitor,
  MemberApi,
  Visitor,
  type MemberActor,
  type VisitorActor,
} from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { maskPhone } from '../domain/phone.js';
import { BindPhone } from './bind-phone.js';
import { ChangeProfile } from './change-profile.js';
import { EraseMember } from './erase-member.js';
import { BindPhoneBody, EraseMeBody, ProfileBody } from './me.dto.js';
import { Me } from './me.js';
import { MeView, PhoneMaskedView } from './me.view.js';
import { PhoneNumbers } from './phone-numbers.js';

@MemberApi('me')
export class MemberMeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly me: Me,
    private readonly changeProfile: ChangeProfile,
    private readonly phoneNumbers: PhoneNumbers,
    private readonly bindPhone: BindPhone,
    private readonly eraseMember: EraseMember,
  ) {}

  @Get()
  @ForVisitor()
  @ApiOkResponse({ type: MeView })
  find(@Visitor() { memberId }: VisitorActor): Promise<MeView> {
    return this.me.of(memberId);
  }

  // Not PATCH, which wx.request cannot send.
  @Put('profile')
  @ForMember()
  @ApiOkResponse({ type: MeView })
  async change(@CurrentMember() { memberId }: MemberActor, @Body() body: ProfileBody): Promise<MeView> {
    await this.unitOfWork.run((tx) => this.changeProfile.execute(tx, memberId, body));
    return this.me.of(memberId);
  }

  @Post('phone')
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: PhoneMaskedView })
  async phone(
    @CurrentMember() { memberId }: MemberActor,
    @Body() { phoneCode }: BindPhoneBody,
  ): Promise<PhoneMaskedView> {
    const phone = await this.phoneNumbers.ofCode(phoneCode);
    await this.unitOfWork.run((tx) => this.bindPhone.execute(tx, memberId, phone));
    return { phoneMasked: maskPhone(phone) };
  }

  @Post('erasure')
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  erase(@CurrentMember() { memberId }: MemberActor, @Body() _confirmed: EraseMeBody): Promise<void> {
    return this.unitOfWork.run((tx) => this.eraseMember.execute(tx, memberId));
  }
}
