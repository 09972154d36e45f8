import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { MaybeVisitor, MemberApi, Public, type VisitorActor } from '../../../platform/auth/index.js';
import { RewardShelfView } from './reward.view.js';
import { ShelfQuery } from './rewards.dto.js';
import { Shelf } from './shelf.js';

@MemberApi('rewards')
export class MemberRewardsController {
  constructor(private readonly shelf: Shelf) {}

  @Get()
  @Public('what points are good for is a reason to join', { visitor: true })
  @ApiOkResponse({ type: RewardShelfView })
  async list(
    @MaybeVisitor() visitor: VisitorActor | undefined,
    @Query() { brandId }: ShelfQuery,
  ): Promise<RewardShelfView> {
    return { items: await this.shelf.forMember(visitor?.memberId ?? null, brandId) };
  }
}
