import { Module } from '@nestjs/common';
import { LedgerModule } from '../../ledger/index.js';
import { LoyaltyModule } from '../../loyalty/index.js';
import { OrdersModule } from '../../orders/index.js';
import { OrgModule } from '../../org/index.js';
import { PricingModule } from '../../pricing/index.js';
import { PaymentsModule } from '../payments.module.js';
import { AcceptDifference } from './accept-difference.js';
import { AdminReconciliationController } from './admin-reconciliation.controller.js';
import { AdoptRefund } from './adopt-refund.js';
import { BenefitsCheck } from './benefits-check.js';
import { BillsRepository } from './bills.repository.js';
import { ClosingsRepository } from './closings.repository.js';
import { DifferencesRepository } from './differences.repository.js';
import { AdminExportsController } from './exports/admin-exports.controller.js';
import { ExportsRepository } from './exports/exports.repository.js';
import { FinanceExport } from './exports/finance-export.js';
import { MatchAgain } from './jobs/match-again.js';
import { PlanBills } from './jobs/plan-bills.js';
import { ReconcileDayJob } from './jobs/reconcile-day.job.js';
import { MatchDay } from './match-day.js';
import { MendDifference } from './mend-difference.js';
import { OurBooksRepository } from './our-books.repository.js';
import { ReconcileDay } from './reconcile-day.js';
import { ReconciliationLookup } from './reconciliation-lookup.js';
import { SignOffDay } from './sign-off-day.js';

/** Money closes every day: WeChat's bills against our books, and what is done about differences. */
@Module({
  imports: [OrgModule, LedgerModule, LoyaltyModule, PricingModule, OrdersModule, PaymentsModule],
  controllers: [AdminReconciliationController, AdminExportsController],
  providers: [
    AcceptDifference,
    AdoptRefund,
    BenefitsCheck,
    BillsRepository,
    ClosingsRepository,
    DifferencesRepository,
    ExportsRepository,
    FinanceExport,
    MatchAgain,
    MatchDay,
    MendDifference,
    OurBooksRepository,
    PlanBills,
    ReconcileDay,
    ReconcileDayJob,
    ReconciliationLookup,
    SignOffDay,
  ],
})
export class ReconciliationModule {}
