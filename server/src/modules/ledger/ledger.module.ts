import { Module } from '@nestjs/common';
import { Bookkeeper } from './bookkeeper.js';
import { BookDue } from './due/book-due.js';
import { DueRepository } from './due/due.repository.js';
import { LapseDue } from './due/lapse-due.js';
import { MatureDue } from './due/mature-due.js';
import { LedgerAccounts } from './ledger-accounts.js';
import { LedgerStatements } from './ledger-statements.js';
import { Ledger } from './ledger.js';
import { ProofsRepository } from './proof/proofs.repository.js';
import { ProveBooks } from './proof/prove-books.js';
import { LedgerDays, SumLedgerDays } from './report/ledger-days.js';
import { LiabilityReport } from './report/liability-report.js';
import { ProveNightly } from './proof/prove-nightly.js';
import { LedgerRepository } from './ledger.repository.js';

@Module({
  providers: [
    LedgerAccounts,
    LedgerRepository,
    Bookkeeper,
    Ledger,
    LedgerStatements,
    DueRepository,
    MatureDue,
    LapseDue,
    BookDue,
    ProofsRepository,
    ProveBooks,
    ProveNightly,
    LedgerDays,
    SumLedgerDays,
    LiabilityReport,
  ],
  exports: [Ledger, LedgerStatements, MatureDue, LapseDue, ProveBooks, LiabilityReport],
})
export class LedgerModule {}
