import { Module } from '@nestjs/common';
import { CheckInsModule } from '../modules/check-ins/index.js';
import { LiveCodesModule } from '../modules/live-codes/index.js';
import { LoyaltyModule } from '../modules/loyalty/index.js';
import { MembersModule } from '../modules/members/index.js';
import { OrdersModule } from '../modules/orders/index.js';
import { OrgModule } from '../modules/org/index.js';
import { CustomerCheckInController, StaffCheckInController } from './check-in.controller.js';
import { CheckInFlow } from './check-in.js';
import { JoinController } from './join.controller.js';
import { JoinBrand } from './join.js';
import { EarnForPaidOrder } from './order-paid-loyalty.js';
import { TakeBackForRefundedOrder } from './order-refunded-loyalty.js';
import { StaffDeskController } from './staff-desk.controller.js';
import { StaffDesk } from './staff-desk.js';

/** What crosses modules. */
@Module({
  imports: [OrgModule, MembersModule, LiveCodesModule, LoyaltyModule, CheckInsModule, OrdersModule],
  controllers: [JoinController, CustomerCheckInController, StaffCheckInController, StaffDeskController],
  providers: [JoinBrand, CheckInFlow, EarnForPaidOrder, TakeBackForRefundedOrder, StaffDesk],
})
export class FlowsModule {}
