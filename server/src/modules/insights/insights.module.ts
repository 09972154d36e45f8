import { Module } from '@nestjs/common';
import { CheckInsModule } from '../check-ins/index.js';
import { MembersModule } from '../members/index.js';
import { OrdersModule } from '../orders/index.js';
import { OrgModule } from '../org/index.js';
import { AdminOverviewController } from './admin-overview.controller.js';
import { Overview } from './overview.js';

@Module({
  imports: [OrgModule, MembersModule, CheckInsModule, OrdersModule],
  controllers: [AdminOverviewController],
  providers: [Overview],
})
export class InsightsModule {}
