import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { MembershipLookup } from '../memberships/membership-lookup.js';
import { CardCodeView, toCardCodeView } from './card-code.view.js';
import { CardQuery } from './card.dto.js';
import { MemberCodes } from './member-codes.js';

@MemberApi('card/code')
export class MemberCardCodeController {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipLookup,
    private readonly codes: MemberCodes,
  ) {}

  @Get()
  @ForMember()
  @ApiOkResponse({ type: CardCodeView })
  async show(
    @CurrentMember() { memberId }: MemberActor,
    @Query() { brandId }: CardQuery,
  ): Promise<CardCodeView> {
    const membership = await this.memberships.ofCaller(this.database, memberId, brandId);
    return toCardCodeView(this.codes.show(membership.id));
  }
}
