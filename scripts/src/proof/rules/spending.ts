import type { Rule } from '../check.js';

export const SPENDING: Rule = {
  number: 2,
  name: 'Nobody spends what is not there',
  checks: [
    {
      claim: 'no account that can be spent from was ever below zero',
      counted: `
        SELECT COUNT(*) AS n FROM ledger_entry entry JOIN ledger_account account ON account.id = entry.account_id
         WHERE account.role = 'available'`,
      violations: `
        SELECT entry.id AS entry_id, account.id AS account_id, account.owner_id, entry.balance_after
          FROM ledger_entry entry JOIN ledger_account account ON account.id = entry.account_id
         WHERE account.role = 'available' AND (entry.balance_after < 0 OR account.balance < 0)`,
    },
    {
      claim: 'nobody owes and has something to spend at once',
      counted: "SELECT COUNT(*) AS n FROM ledger_account WHERE role = 'debt'",
      violations: `
        SELECT debt.owner_id AS member_id, debt.unit, debt.balance AS debt, available.balance AS available
          FROM ledger_account debt
          JOIN ledger_account available
            ON available.owner_kind = 'member' AND available.owner_id = debt.owner_id
           AND available.program_id = debt.program_id AND available.unit = debt.unit AND available.role = 'available'
         WHERE debt.role = 'debt' AND debt.balance < 0 AND available.balance > 0`,
    },
    {
      claim: 'debt arises only from taking back what a refund undid',
      counted: `
        SELECT COUNT(*) AS n FROM ledger_entry entry JOIN ledger_account account ON account.id = entry.account_id
         WHERE account.role = 'debt' AND entry.amount < 0`,
      violations: `
        SELECT entry.id AS entry_id, account.owner_id, transfer.cause_key, entry.amount
          FROM ledger_entry entry
          JOIN ledger_account account ON account.id = entry.account_id
          JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id
         WHERE account.role = 'debt' AND entry.amount < 0
           AND (transfer.cause_kind <> 'order.refunded' OR transfer.reverses_transfer_id IS NULL)`,
    },
  ],
};
