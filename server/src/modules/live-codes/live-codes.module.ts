import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrgModule } from '../org/index.js';
import { AdminLiveCodesController } from './codes/admin-live-codes.controller.js';
import { ChangeLiveCode } from './codes/change-live-code.js';
import { CodePicture } from './codes/code-picture.js';
import { CodeStores } from './codes/code-stores.js';
import { CreateLiveCode } from './codes/create-live-code.js';
import { LiveCodeLookup } from './codes/live-code-lookup.js';
import { LiveCodeStore } from './codes/live-code-store.entity.js';
import { LiveCode } from './codes/live-code.entity.js';
import { JoinDoor } from './scans/join-door.js';
import { MemberLiveCodesController } from './scans/member-live-codes.controller.js';
import { ResolveLiveCode } from './scans/resolve-live-code.js';
import { ScansRepository } from './scans/scans.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([LiveCode, LiveCodeStore]), OrgModule],
  controllers: [MemberLiveCodesController, AdminLiveCodesController],
  providers: [
    LiveCodeLookup,
    CodeStores,
    CreateLiveCode,
    ChangeLiveCode,
    CodePicture,
    ScansRepository,
    ResolveLiveCode,
    JoinDoor,
  ],
  exports: [JoinDoor],
})
export class LiveCodesModule {}
