import { Module } from '@nestjs/common';
import { CheckInsModule } from '../modules/check-ins/index.js';
import { LiveCodesModule } from '../modules/live-codes/index.js';
import { LedgerModule } from '../modules/ledger/index.js';
import { LoyaltyModule } from '../modules/loyalty/index.js';
import { MembersModule } from '../modules/members/index.js';
import { OrdersModule } from '../modules/orders/index.js';
import { OrgModule } from '../modules/org/index.js';
import { PricingModule } from '../modules/pricing/index.js';
import { ClaimCouponController } from './claim-coupon.js';
import { CustomerCheckInController, StaffCheckInController } from './check-in.controller.js';
import { RewardVisit } from './check-in-loyalty.js';
import { CheckInFlow } from './check-in.js';
import { EraseMeController } from './erase-me.js';
import { JoinController } from './join.controller.js';
import { JoinBrand } from './join.js';
import { EarnForPaidOrder } from './order-paid-loyalty.js';
import { GiveBackBenefitsOfRefundedOrder } from './order-refunded-benefits.js';
import { GiveBackPointsForRefundedOrder } from './order-refunded-points.js';
import { TakeBackForRefundedOrder } from './order-refunded-loyalty.js';
import { PointsLiabilityController } from './points-liability.controller.js';
import { StaffDeskController } from './staff-desk.controller.js';
import { StaffDesk } from './staff-desk.js';

/** What crosses modules. */
@Module({
  imports: [
    OrgModule,
    MembersModule,
    LedgerModule,
    LiveCodesModule,
    LoyaltyModule,
    CheckInsModule,
    OrdersModule,
    PricingModule,
  ],
  controllers: [
    ClaimCouponController,
    JoinController,
    EraseMeController,
    CustomerCheckInController,
    StaffCheckInController,
    StaffDeskController,
    PointsLiabilityController,
  ],
  providers: [
    JoinBrand,
    CheckInFlow,
    RewardVisit,
    EarnForPaidOrder,
    GiveBackBenefitsOfRefundedOrder,
    GiveBackPointsForRefundedOrder,
    TakeBackForRefundedOrder,
    StaffDesk,
  ],
})
export class FlowsModule {}
