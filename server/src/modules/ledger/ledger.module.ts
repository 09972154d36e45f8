import { Module } from '@nestjs/common';
import { Bookkeeper } from './bookkeeper.js';
import { LedgerAccounts } from './ledger-accounts.js';
import { LedgerStatements } from './ledger-statements.js';
import { Ledger } from './ledger.js';
import { LedgerRepository } from './ledger.repository.js';

@Module({
  providers: [LedgerAccounts, LedgerRepository, Bookkeeper, Ledger, LedgerStatements],
  exports: [Ledger, LedgerStatements],
})
export class LedgerModule {}
