import { Body, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentStaff, ForStaff, StaffApi, type StaffActor } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { CodeParam } from '../../../platform/http/index.js';
import { CollectRedemption } from './collect-redemption.js';
import { REDEMPTION_CODE } from './redemption-code.js';
import { RedemptionLookup } from './redemption-lookup.js';
import { StaffRedemptionView } from './redemption.view.js';
import { CollectionBody } from './redemptions.dto.js';

@StaffApi('redemptions')
export class StaffRedemptionsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly redemptions: RedemptionLookup,
    private readonly collectRedemption: CollectRedemption,
  ) {}

  @Get(':code')
  @ForStaff('redemptions.collect')
  @ApiOkResponse({ type: StaffRedemptionView })
  async find(
    @CurrentStaff() staff: StaffActor,
    @CodeParam('code', REDEMPTION_CODE) code: string,
  ): Promise<StaffRedemptionView> {
    return this.redemptions.staffView(await this.redemptions.getForStaff(this.database, staff, code));
  }

  @Post('collection')
  @HttpCode(200)
  @ForStaff('redemptions.collect')
  @ApiOkResponse({ type: StaffRedemptionView })
  async collect(
    @CurrentStaff() staff: StaffActor,
    @Body() { code }: CollectionBody,
  ): Promise<StaffRedemptionView> {
    const redemption = await this.unitOfWork.run((tx) => this.collectRedemption.execute(tx, staff, code));
    return this.redemptions.staffView(redemption);
  }
}
