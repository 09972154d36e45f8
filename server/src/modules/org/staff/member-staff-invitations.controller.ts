import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { AcceptInvitation } from './accept-invitation.js';
import { AcceptInvitationBody } from './staff.dto.js';
import { WorkplaceView, toWorkplaceView } from './staff.view.js';

@MemberApi('staff-invitations')
export class MemberStaffInvitationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acceptInvitation: AcceptInvitation,
  ) {}

  @Post('acceptance')
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: WorkplaceView })
  async accept(
    @CurrentMember() member: MemberActor,
    @Body() { code }: AcceptInvitationBody,
  ): Promise<WorkplaceView> {
    return toWorkplaceView(
      await this.unitOfWork.run((tx) => this.acceptInvitation.execute(tx, member.memberId, code)),
    );
  }
}
