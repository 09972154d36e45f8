import { Body, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { IdParam, pageOf, type Page } from '../../../platform/http/index.js';
import { ChangeReward } from './change-reward.js';
import { CreateReward } from './create-reward.js';
import { RewardLookup } from './reward-lookup.js';
import { AdminRewardView } from './reward.view.js';
import {
  AdminRewardsQuery,
  ChangeRewardBody,
  NewRewardBody,
  toNewReward,
  toRewardChange,
} from './rewards.dto.js';

@AdminApi('rewards')
export class AdminRewardsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rewards: RewardLookup,
    private readonly createReward: CreateReward,
    private readonly changeReward: ChangeReward,
  ) {}

  @Get()
  @ForAdmin('rewards.see')
  @ApiOkResponse({ type: pageOf(AdminRewardView) })
  list(@CurrentAdmin() admin: AdminActor, @Query() query: AdminRewardsQuery): Promise<Page<AdminRewardView>> {
    return this.rewards.page(admin, query.brandId, query);
  }

  @Post()
  @ForAdmin('rewards.edit')
  @ApiCreatedResponse({ type: AdminRewardView })
  async create(@CurrentAdmin() admin: AdminActor, @Body() body: NewRewardBody): Promise<AdminRewardView> {
    const reward = await this.unitOfWork.run((tx) => this.createReward.execute(tx, admin, toNewReward(body)));
    return this.rewards.view(reward);
  }

  @Patch(':id')
  @ForAdmin('rewards.edit')
  @ApiOkResponse({ type: AdminRewardView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'reward') id: number,
    @Body() body: ChangeRewardBody,
  ): Promise<AdminRewardView> {
    const reward = await this.unitOfWork.run((tx) =>
      this.changeReward.execute(tx, admin, id, toRewardChange(body)),
    );
    return this.rewards.view(reward);
  }
}
