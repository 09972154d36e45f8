import { Body, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { Clock, addDays } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { BrandLookup, requireBrand } from '../../org/index.js';
import { PointsQuery } from '../points/points.dto.js';
import { RewardRules } from './reward-rules.js';
import {
  RewardRuleBody,
  RewardRuleContent,
  RewardRuleView,
  RewardRulesView,
  TrialView,
  toRewardRuleView,
  toRuleContent,
  toTrialView,
} from './reward-rules.dto.js';
import { SaveRule } from './save-rule.js';
import { TryRule } from './try-rule.js';

/** A rule is tried on what happened since so many days. */
const TRIED_DAYS = 30;

@AdminApi('reward-rules')
export class AdminRewardRulesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly brands: BrandLookup,
    private readonly clock: Clock,
    private readonly rules: RewardRules,
    private readonly saveRule: SaveRule,
    private readonly tryRule: TryRule,
  ) {}

  @Get()
  @ForAdmin('loyalty.see')
  @ApiOkResponse({ type: RewardRulesView })
  async list(@CurrentAdmin() admin: AdminActor, @Query() { brandId }: PointsQuery): Promise<RewardRulesView> {
    requireBrand(admin, brandId);
    return { items: (await this.rules.of(brandId)).map(toRewardRuleView) };
  }

  @Post()
  @ForAdmin('loyalty.edit')
  @ApiCreatedResponse({ type: RewardRuleView })
  async create(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, ...body }: RewardRuleBody,
  ): Promise<RewardRuleView> {
    const content = toRuleContent(body);
    return toRewardRuleView(
      await this.unitOfWork.run((tx) => this.saveRule.create(tx, admin, brandId, content)),
    );
  }

  /** A new version; what the versions before it gave stays given. */
  @Put(':id')
  @ForAdmin('loyalty.edit')
  @ApiOkResponse({ type: RewardRuleView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'reward-rule') id: number,
    @Body() body: RewardRuleContent,
  ): Promise<RewardRuleView> {
    const content = toRuleContent(body);
    return toRewardRuleView(await this.unitOfWork.run((tx) => this.saveRule.change(tx, admin, id, content)));
  }

  /** What the rule would have given for what happened in the last 30 days; nothing is given. */
  @Post('trial')
  @HttpCode(200)
  @ForAdmin('loyalty.see')
  @ApiOkResponse({ type: TrialView })
  async try(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, ...body }: RewardRuleBody,
  ): Promise<TrialView> {
    requireBrand(admin, brandId);
    const { timeZone } = await this.brands.get(brandId);
    const to = this.clock.businessDay(timeZone);
    const days = { from: addDays(to, 1 - TRIED_DAYS), to };
    return toTrialView(await this.tryRule.run(brandId, toRuleContent(body), days));
  }
}
