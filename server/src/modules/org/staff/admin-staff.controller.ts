import { Body, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { IdParam, pageOf, type Page } from '../../../platform/http/index.js';
import { EndStaff } from './end-staff.js';
import { HireStaff } from './hire-staff.js';
import { InviteStaff } from './invite-staff.js';
import { StaffLookup } from './staff-lookup.js';
import { NewStaffBody, StaffQuery } from './staff.dto.js';
import {
  InvitedStaffView,
  StaffInvitationView,
  StaffView,
  toInvitedStaffView,
  toStaffInvitationView,
} from './staff.view.js';

@AdminApi('staff')
export class AdminStaffController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffLookup,
    private readonly hireStaff: HireStaff,
    private readonly inviteStaff: InviteStaff,
    private readonly endStaff: EndStaff,
  ) {}

  @Get()
  @ForAdmin('staff.see')
  @ApiOkResponse({ type: pageOf(StaffView) })
  list(@CurrentAdmin() admin: AdminActor, @Query() query: StaffQuery): Promise<Page<StaffView>> {
    return this.staff.page(admin, query.brandId, query);
  }

  @Post()
  @ForAdmin('staff.edit')
  @ApiCreatedResponse({ type: InvitedStaffView })
  async hire(@CurrentAdmin() admin: AdminActor, @Body() body: NewStaffBody): Promise<InvitedStaffView> {
    return toInvitedStaffView(await this.unitOfWork.run((tx) => this.hireStaff.execute(tx, admin, body)));
  }

  @Post(':id/invitation')
  @ForAdmin('staff.edit')
  @ApiCreatedResponse({ type: StaffInvitationView })
  async invite(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'staff') id: number,
  ): Promise<StaffInvitationView> {
    return toStaffInvitationView(await this.unitOfWork.run((tx) => this.inviteStaff.execute(tx, admin, id)));
  }

  @Delete(':id')
  @HttpCode(204)
  @ForAdmin('staff.edit')
  @ApiNoContentResponse()
  end(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'staff') id: number): Promise<void> {
    return this.unitOfWork.run((tx) => this.endStaff.execute(tx, admin, id));
  }
}
