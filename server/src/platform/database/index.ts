export { Database } from './database.js';
export { UnitOfWork, CommitUnknown } from './unit-of-work.js';
export { GroupCommit, type Settled } from './group-commit.js';
export { JoinedReads } from './joined-reads.js';
export { observeStatements } from './connection.js';
export { isDuplicateKey } from './sql-errors.js';
export { placeholders, rowPlaceholders } from './tx.js';
export type { Reader, SqlValue, Tx, Written } from './tx.js';
