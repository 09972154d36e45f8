export { LedgerModule } from './ledger.module.js';
export { Ledger } from './ledger.js';
export { LapseDue } from './due/lapse-due.js';
export { CLAIMS } from './proof/claims.js';
export { LiabilityReport, type LiabilityMonth } from './report/liability-report.js';
export type { Finding, Proof } from './proof/proofs.repository.js';
export { ProveBooks } from './proof/prove-books.js';
export { MatureDue } from './due/mature-due.js';
export {
  LedgerStatements,
  type Balance,
  type Booked,
  type Lapsing,
  type LapsingOfMember,
  type StatementEntry,
  type WaitingEarning,
} from './ledger-statements.js';
export { CAUSE_TEXT_MAX, type CauseRef } from './domain/cause.js';
export type { Owner } from './ledger-accounts.js';
export type { Unit } from './domain/units.js';
