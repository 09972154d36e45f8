import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembersModule } from '../members/index.js';
import { OrgModule } from '../org/index.js';
import { AdminCheckInsController } from './admin-check-ins.controller.js';
import { CheckInLookup } from './check-in-lookup.js';
import { CheckIn } from './check-in.entity.js';
import { CheckInsRepository } from './check-ins.repository.js';
import { MakeCheckIn } from './make-check-in.js';
import { MemberCheckInsController } from './member-check-ins.controller.js';
import { StaffStoreCodeController } from './staff-store-code.controller.js';
import { StoreCodes } from './store-codes.js';
import { UseCardCode } from './use-card-code.js';

@Module({
  imports: [TypeOrmModule.forFeature([CheckIn]), OrgModule, MembersModule],
  controllers: [MemberCheckInsController, StaffStoreCodeController, AdminCheckInsController],
  providers: [CheckInsRepository, CheckInLookup, StoreCodes, MakeCheckIn, UseCardCode],
  exports: [CheckInLookup, StoreCodes, MakeCheckIn, UseCardCode],
})
export class CheckInsModule {}
