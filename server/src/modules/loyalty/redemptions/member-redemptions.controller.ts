import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { Idempotency, IdempotencyKey, IdParam, pageOf, type Page } from '../../../platform/http/index.js';
import { CancelRedemption } from './cancel-redemption.js';
import { RedeemReward } from './redeem-reward.js';
import { RedemptionLookup } from './redemption-lookup.js';
import { RedemptionView } from './redemption.view.js';
import { NewRedemptionBody, RedemptionsQuery } from './redemptions.dto.js';

@MemberApi('redemptions')
export class MemberRedemptionsController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly unitOfWork: UnitOfWork,
    private readonly redemptions: RedemptionLookup,
    private readonly redeemReward: RedeemReward,
    private readonly cancelRedemption: CancelRedemption,
  ) {}

  @Get()
  @ForMember()
  @ApiOkResponse({ type: pageOf(RedemptionView) })
  list(
    @CurrentMember() { memberId }: MemberActor,
    @Query() query: RedemptionsQuery,
  ): Promise<Page<RedemptionView>> {
    return this.redemptions.page(memberId, query.brandId, query);
  }

  @Post()
  @ForMember()
  @ApiCreatedResponse({ type: RedemptionView })
  redeem(
    @CurrentMember() { memberId }: MemberActor,
    @IdempotencyKey() key: string,
    @Body() body: NewRedemptionBody,
  ): Promise<RedemptionView> {
    const request = { actor: `member:${memberId}`, key, route: 'redemptions.redeem', body };
    return this.idempotency.run(request, async (tx) =>
      this.redemptions.view(await this.redeemReward.execute(tx, { ...body, memberId })),
    );
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: RedemptionView })
  async cancel(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'redemption') id: number,
  ): Promise<RedemptionView> {
    return this.redemptions.view(
      await this.unitOfWork.run((tx) => this.cancelRedemption.execute(tx, memberId, id)),
    );
  }
}
