import { Global, Module } from '@nestjs/common';
import { AudienceModule, SegmentWords } from '../modules/audience/index.js';
import { CatalogueModule } from '../modules/catalogue/index.js';
import { CheckInsModule } from '../modules/check-ins/index.js';
import { LedgerModule } from '../modules/ledger/index.js';
import { LiveCodesModule } from '../modules/live-codes/index.js';
import { LoyaltyModule } from '../modules/loyalty/index.js';
import { MembersModule } from '../modules/members/index.js';
import { OrdersModule } from '../modules/orders/index.js';
import { OrgModule } from '../modules/org/index.js';
import {
  EnrolMember,
  FollowConsent,
  FollowOrder,
  FollowPurchases,
  FollowRefund,
  FollowVisit,
  ForgetMember,
} from './audience-events.js';
import { AudienceFacts } from './audience-facts.js';
import { ReconcileAudience, ReconcileAudienceJob, ReconcileRange } from './audience-reconcile.js';
import { FollowLedger } from './audience-standing.js';
import { CollectSegmentWords } from './segment-words.js';

/** What the audience is told by the modules above it. Global, since it answers the audience's questions. */
@Global()
@Module({
  imports: [
    OrgModule,
    MembersModule,
    AudienceModule,
    CatalogueModule,
    LiveCodesModule,
    LedgerModule,
    LoyaltyModule,
    CheckInsModule,
    OrdersModule,
  ],
  providers: [
    { provide: SegmentWords, useClass: CollectSegmentWords },
    AudienceFacts,
    EnrolMember,
    ForgetMember,
    FollowConsent,
    FollowVisit,
    FollowPurchases,
    FollowOrder,
    FollowRefund,
    ReconcileAudience,
    ReconcileAudienceJob,
    ReconcileRange,
    FollowLedger,
  ],
  exports: [SegmentWords],
})
export class AudienceFlowsModule {}
