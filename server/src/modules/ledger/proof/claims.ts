/** What a part of the proof walks through, in the order of its ids. */
export const STEPS = ['accounts', 'transfers', 'lots'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_TABLES: Readonly<Record<Step, string>> = {
  accounts: 'ledger_account',
  transfers: 'ledger_transfer',
  lots: 'ledger_lot',
};

/** Rows of one statement: little memory on either side, and a snapshot that doesn't live for long. */
export const STEP_ROWS: Readonly<Record<Step, number>> = { accounts: 5_000, transfers: 50_000, lots: 50_000 };

export interface Claim {
  /** What is written down when it doesn't hold. */
  readonly name: string;
  readonly step: Step;
  /**
   * Selects `rowId`, `expected` and `found` of whatever contradicts it, for ids above the first `?` up to the second.
   * One statement sees one state of the books, whatever is booked meanwhile.
   */
  readonly sql: string;
}

export const CLAIMS: readonly Claim[] = [
  {
    name: 'balance',
    step: 'accounts',
    sql: `SELECT account.id AS rowId, account.balance AS expected, CAST(COALESCE(SUM(entry.amount), 0) AS SIGNED) AS found
            FROM ledger_account account LEFT JOIN ledger_entry entry ON entry.account_id = account.id
           WHERE account.id > ? AND account.id <= ? AND account.balance IS NOT NULL
           GROUP BY account.id, account.balance
          HAVING account.balance <> COALESCE(SUM(entry.amount), 0)`,
  },
  {
    name: 'lots',
    step: 'accounts',
    sql: `SELECT account.id AS rowId, account.balance AS expected, CAST(COALESCE(SUM(lot.remaining), 0) AS SIGNED) AS found
            FROM ledger_account account LEFT JOIN ledger_lot lot ON lot.account_id = account.id AND lot.remaining > 0
           WHERE account.id > ? AND account.id <= ? AND account.role = 'available' AND account.unit = 'points'
           GROUP BY account.id, account.balance
          HAVING account.balance <> COALESCE(SUM(lot.remaining), 0)`,
  },
  {
    name: 'holds',
    step: 'accounts',
    sql: `SELECT account.id AS rowId, account.balance AS expected,
                 CAST(COALESCE(SUM(hold.amount - hold.taken_back), 0) AS SIGNED) AS found
            FROM ledger_account account
            LEFT JOIN ledger_hold hold ON hold.account_id = account.id AND hold.due_at IS NOT NULL
           WHERE account.id > ? AND account.id <= ? AND account.role = 'pending'
           GROUP BY account.id, account.balance
          HAVING account.balance <> COALESCE(SUM(hold.amount - hold.taken_back), 0)`,
  },
  {
    name: 'debt',
    step: 'accounts',
    sql: `SELECT debt.id AS rowId, debt.balance AS expected, available.balance AS found
            FROM ledger_account debt
            JOIN ledger_account available ON available.owner_kind = 'member' AND available.owner_id = debt.owner_id
             AND available.program_id = debt.program_id AND available.unit = debt.unit AND available.role = 'available'
           WHERE debt.id > ? AND debt.id <= ? AND debt.role = 'debt' AND debt.balance < 0 AND available.balance > 0`,
  },
  {
    name: 'entries',
    step: 'transfers',
    sql: `SELECT transfer.id AS rowId, 0 AS expected, CAST(COALESCE(SUM(entry.amount), 0) AS SIGNED) AS found
            FROM ledger_transfer transfer LEFT JOIN ledger_entry entry ON entry.transfer_id = transfer.id
           WHERE transfer.id > ? AND transfer.id <= ?
           GROUP BY transfer.id
          HAVING COUNT(entry.id) <> 2 OR SUM(
            (entry.account_id = transfer.to_account_id AND entry.amount = transfer.amount)
            OR (entry.account_id = transfer.from_account_id AND entry.amount = -transfer.amount)) <> 2`,
  },
  {
    name: 'uses',
    step: 'lots',
    sql: `SELECT lot.id AS rowId, lot.remaining AS expected,
                 lot.amount - CAST(COALESCE(SUM(lot_use.amount), 0) AS SIGNED) AS found
            FROM ledger_lot lot LEFT JOIN ledger_lot_use lot_use ON lot_use.lot_id = lot.id
           WHERE lot.id > ? AND lot.id <= ?
           GROUP BY lot.id, lot.amount, lot.remaining
          HAVING lot.amount - COALESCE(SUM(lot_use.amount), 0) <> lot.remaining`,
  },
];
