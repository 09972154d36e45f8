export { LedgerModule } from './ledger.module.js';
export { Ledger } from './ledger.js';
export { LedgerStatements, type Balance, type StatementEntry } from './ledger-statements.js';
export type { CauseRef } from './domain/cause.js';
export type { Owner } from './ledger-accounts.js';
export type { Unit } from './domain/units.js';
