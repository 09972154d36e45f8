import type { Reader } from '../src/platform/database/index.js';

/** The invariants of the whole ledger, asked of the database itself. */
export async function expectSoundBooks(reader: Pick<Reader, 'query'>): Promise<void> {
  const violations = {
    'a unit that does not sum to zero': `SELECT account.unit FROM ledger_entry entry
       JOIN ledger_account account ON account.id = entry.account_id GROUP BY account.unit HAVING SUM(entry.amount) <> 0`,
    'a transfer whose entries are not its two sides': `SELECT transfer.id FROM ledger_transfer transfer
       LEFT JOIN ledger_entry entry ON entry.transfer_id = transfer.id GROUP BY transfer.id
       HAVING COUNT(entry.id) <> 2 OR SUM(entry.amount) <> 0 OR MAX(entry.amount) <> MAX(transfer.amount)`,
    'a balance that is not the sum of its entries': `SELECT account.id FROM ledger_account account
       LEFT JOIN ledger_entry entry ON entry.account_id = account.id WHERE account.balance IS NOT NULL
       GROUP BY account.id, account.balance HAVING account.balance <> COALESCE(SUM(entry.amount), 0)`,
    'a running balance that does not follow': `SELECT id FROM (SELECT id, balance_after,
       SUM(amount) OVER (PARTITION BY account_id ORDER BY id) AS running FROM ledger_entry) entry
       WHERE balance_after IS NOT NULL AND balance_after <> running`,
    'lots that are not the balance': `SELECT account.id FROM ledger_account account
       LEFT JOIN ledger_lot lot ON lot.account_id = account.id
       WHERE account.unit = 'points' AND account.role = 'available'
       GROUP BY account.id, account.balance HAVING account.balance <> COALESCE(SUM(lot.remaining), 0)`,
    'a lot that is not its uses': `SELECT lot.id FROM ledger_lot lot LEFT JOIN ledger_lot_use lot_use ON lot_use.lot_id = lot.id
       GROUP BY lot.id, lot.amount, lot.remaining HAVING lot.amount - COALESCE(SUM(lot_use.amount), 0) <> lot.remaining`,
    'a cause with a gap in its parts': `SELECT cause_key FROM ledger_transfer GROUP BY cause_key HAVING COUNT(*) <> MAX(part) + 1`,
    'somebody who owes and can spend': `SELECT debt.id FROM ledger_account debt JOIN ledger_account available
       ON available.owner_id = debt.owner_id AND available.program_id = debt.program_id AND available.unit = debt.unit
       WHERE debt.role = 'debt' AND debt.balance < 0 AND available.role = 'available' AND available.balance > 0`,
  };
  for (const [name, sql] of Object.entries(violations)) {
    expect({ [name]: await reader.query(sql) }).toEqual({ [name]: [] });
  }
}
