export { Database } from './database.js';
export { UnitOfWork, CommitUnknown } from './unit-of-work.js';
export { observeStatements } from './connection.js';
export { isDuplicateKey } from './sql-errors.js';
export { placeholders, rowPlaceholders } from './tx.js';
export type { Reader, SqlValue, Tx, Written } from './tx.js';
