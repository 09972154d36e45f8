import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerModule } from '../ledger/index.js';
import { MembersModule } from '../members/index.js';
import { OrgModule } from '../org/index.js';
import { AdminCardController } from './card/admin-card.controller.js';
import { Cards } from './card/cards.js';
import { MemberCardController } from './card/member-card.controller.js';
import { EarnForOrder } from './earnings/earn-for-order.js';
import { OrderEarnings } from './earnings/order-earnings.repository.js';
import { RewardCheckIn } from './earnings/reward-check-in.js';
import { Savings } from './earnings/savings.js';
import { TakeBackForRefund } from './earnings/take-back-for-refund.js';
import { AdminPointsController } from './points/admin-points.controller.js';
import { MemberPointsController } from './points/member-points.controller.js';
import { PointsStatements } from './points/points-statements.js';
import { DefineProgram } from './program/define-program.js';
import { EarnRule } from './program/earn-rule.entity.js';
import { ProgramRules } from './program/program-rules.js';
import { Standings } from './program/standings.js';
import { Tier } from './program/tier.entity.js';
import { CancelRedemption } from './redemptions/cancel-redemption.js';
import { CollectRedemption } from './redemptions/collect-redemption.js';
import { MemberRedemptionsController } from './redemptions/member-redemptions.controller.js';
import { RedeemReward } from './redemptions/redeem-reward.js';
import { RedemptionLookup } from './redemptions/redemption-lookup.js';
import { Redemption } from './redemptions/redemption.entity.js';
import { StaffRedemptionsController } from './redemptions/staff-redemptions.controller.js';
import { AdminRewardsController } from './rewards/admin-rewards.controller.js';
import { ChangeReward } from './rewards/change-reward.js';
import { CreateReward } from './rewards/create-reward.js';
import { MemberRewardsController } from './rewards/member-rewards.controller.js';
import { RewardLookup } from './rewards/reward-lookup.js';
import { RewardStock } from './rewards/reward-stock.js';
import { Reward } from './rewards/reward.entity.js';
import { Shelf } from './rewards/shelf.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([EarnRule, Tier, Reward, Redemption]),
    OrgModule,
    MembersModule,
    LedgerModule,
  ],
  controllers: [
    MemberCardController,
    MemberPointsController,
    MemberRewardsController,
    MemberRedemptionsController,
    StaffRedemptionsController,
    AdminCardController,
    AdminPointsController,
    AdminRewardsController,
  ],
  providers: [
    ProgramRules,
    DefineProgram,
    Standings,
    OrderEarnings,
    Savings,
    EarnForOrder,
    TakeBackForRefund,
    RewardCheckIn,
    PointsStatements,
    RewardLookup,
    RewardStock,
    CreateReward,
    ChangeReward,
    Shelf,
    RedemptionLookup,
    RedeemReward,
    CancelRedemption,
    CollectRedemption,
    Cards,
  ],
  exports: [
    DefineProgram,
    Standings,
    EarnForOrder,
    TakeBackForRefund,
    RewardCheckIn,
    CreateReward,
    RedemptionLookup,
    Cards,
  ],
})
export class LoyaltyModule {}
