import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { RevealedPhoneView } from './member.view.js';
import { RevealPhoneBody } from './members.dto.js';
import { RevealPhone } from './reveal-phone.js';

@AdminApi('members')
export class AdminPhoneRevealController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly revealPhone: RevealPhone,
  ) {}

  @Post(':id/phone-reveal')
  @HttpCode(200)
  @ForAdmin('members.reveal')
  @ApiOkResponse({ type: RevealedPhoneView })
  async reveal(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'member') memberId: number,
    @Body() body: RevealPhoneBody,
  ): Promise<RevealedPhoneView> {
    const phone = await this.unitOfWork.run((tx) =>
      this.revealPhone.execute(tx, admin, { ...body, memberId }),
    );
    return { phone };
  }
}
