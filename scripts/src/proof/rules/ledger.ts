import type { Rule } from '../check.js';

export const LEDGER: Rule = {
  number: 1,
  name: 'The books balance, and every booking has its one cause',
  checks: [
    {
      claim: 'the entries of every unit sum to zero in every program',
      counted: 'SELECT COUNT(*) AS n FROM ledger_entry',
      violations: `
        SELECT transfer.program_id, transfer.unit, SUM(entry.amount) AS total
          FROM ledger_entry entry JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id
         GROUP BY transfer.program_id, transfer.unit
        HAVING SUM(entry.amount) <> 0`,
    },
    {
      claim: 'a transfer has two entries, one for each of its sides',
      counted: 'SELECT COUNT(*) AS n FROM ledger_transfer',
      violations: `
        SELECT transfer.id AS transfer_id, transfer.cause_key
          FROM ledger_transfer transfer LEFT JOIN ledger_entry entry ON entry.transfer_id = transfer.id
         GROUP BY transfer.id, transfer.cause_key
        HAVING COUNT(entry.id) <> 2 OR SUM(
          (entry.account_id = transfer.to_account_id AND entry.amount = transfer.amount)
          OR (entry.account_id = transfer.from_account_id AND entry.amount = -transfer.amount)) <> 2`,
    },
    {
      claim: 'a balance is the sum of its entries',
      counted: 'SELECT COUNT(*) AS n FROM ledger_account WHERE balance IS NOT NULL',
      violations: `
        SELECT account.id AS account_id, account.owner_id, account.unit, account.balance, SUM(entry.amount) AS entries
          FROM ledger_account account LEFT JOIN ledger_entry entry ON entry.account_id = account.id
         WHERE account.balance IS NOT NULL
         GROUP BY account.id, account.owner_id, account.unit, account.balance
        HAVING account.balance <> COALESCE(SUM(entry.amount), 0)`,
    },
    {
      claim: 'a running balance follows from the one before',
      counted: 'SELECT COUNT(*) AS n FROM ledger_entry WHERE balance_after IS NOT NULL',
      violations: `
        SELECT entry_id, account_id, balance_after, running
          FROM (SELECT id AS entry_id, account_id, balance_after,
                       SUM(amount) OVER (PARTITION BY account_id ORDER BY id) AS running
                  FROM ledger_entry) entry
         WHERE balance_after IS NOT NULL AND balance_after <> running`,
    },
    {
      claim: 'the lots of an account sum to what it can spend',
      counted: `
        SELECT COUNT(*) AS n FROM ledger_account account
         WHERE account.role = 'available' AND account.unit IN (
           SELECT lotted.unit FROM ledger_lot lot JOIN ledger_account lotted ON lotted.id = lot.account_id)`,
      violations: `
        SELECT account.id AS account_id, account.unit, account.balance, SUM(lot.remaining) AS lots
          FROM ledger_account account LEFT JOIN ledger_lot lot ON lot.account_id = account.id
         WHERE account.role = 'available' AND account.unit IN (
           SELECT lotted.unit FROM ledger_lot any_lot JOIN ledger_account lotted ON lotted.id = any_lot.account_id)
         GROUP BY account.id, account.unit, account.balance
        HAVING account.balance <> COALESCE(SUM(lot.remaining), 0)`,
    },
    {
      claim: 'what is left of a lot is what it was less its uses',
      counted: 'SELECT COUNT(*) AS n FROM ledger_lot',
      violations: `
        SELECT lot.id AS lot_id, lot.amount, lot.remaining, SUM(lot_use.amount) AS used
          FROM ledger_lot lot LEFT JOIN ledger_lot_use lot_use ON lot_use.lot_id = lot.id
         GROUP BY lot.id, lot.amount, lot.remaining
        HAVING lot.amount - COALESCE(SUM(lot_use.amount), 0) <> lot.remaining`,
    },
    {
      claim: 'every booking has a cause that happened to this member',
      counted: 'SELECT COUNT(*) AS n FROM ledger_transfer',
      violations: `
        SELECT transfer.id AS transfer_id, transfer.cause_key
          FROM ledger_transfer transfer
          JOIN ledger_entry entry ON entry.transfer_id = transfer.id
          JOIN ledger_account owned ON owned.id = entry.account_id AND owned.owner_kind = 'member'
          LEFT JOIN customer_order paid ON transfer.cause_kind = 'order.paid'
           AND paid.id = transfer.cause_id AND paid.member_id = owned.owner_id AND paid.paid_at IS NOT NULL
          LEFT JOIN refund ON transfer.cause_kind = 'order.refunded'
           AND refund.id = transfer.cause_id AND refund.status = 'succeeded'
          LEFT JOIN check_in ON transfer.cause_kind = 'check-in.made'
           AND check_in.id = transfer.cause_id AND check_in.member_id = owned.owner_id
          LEFT JOIN redemption ON transfer.cause_kind IN ('redemption.made', 'redemption.cancelled')
           AND redemption.id = transfer.cause_id AND redemption.member_id = owned.owner_id
           AND (transfer.cause_kind = 'redemption.made' OR redemption.status = 'cancelled')
         WHERE transfer.cause_kind <> 'lots.expired'
           AND COALESCE(paid.id, refund.id, check_in.id, redemption.id) IS NULL`,
    },
    {
      claim: 'the same cause never books twice',
      counted: 'SELECT COUNT(DISTINCT cause_key) AS n FROM ledger_transfer',
      violations: `
        SELECT cause_kind, cause_id, unit, COUNT(*) AS transfers
          FROM ledger_transfer
         GROUP BY cause_kind, cause_id, unit
        HAVING COUNT(*) <> MAX(part) + 1 OR COUNT(DISTINCT part) <> COUNT(*) OR COUNT(DISTINCT cause_key) <> 1`,
    },
    {
      claim: 'nothing is taken or given back beyond what was booked',
      counted: 'SELECT COUNT(*) AS n FROM ledger_transfer WHERE reverses_transfer_id IS NOT NULL',
      violations: `
        SELECT original.cause_key, booked.amount AS booked, SUM(reversal.amount) AS reversed
          FROM ledger_transfer reversal
          JOIN ledger_transfer original ON original.id = reversal.reverses_transfer_id
          JOIN (SELECT cause_key, SUM(amount) AS amount FROM ledger_transfer GROUP BY cause_key) booked
            ON booked.cause_key = original.cause_key
         GROUP BY original.cause_key, booked.amount
        HAVING SUM(reversal.amount) > booked.amount`,
    },
    {
      claim: 'an order earned what is booked for it',
      counted: 'SELECT COUNT(*) AS n FROM order_earning',
      violations: `
        SELECT earning.order_id, earning.points, booked.points AS booked_points, earning.growth, booked.growth AS booked_growth
          FROM order_earning earning
          LEFT JOIN (SELECT cause_id, SUM(CASE unit WHEN 'points' THEN amount ELSE 0 END) AS points,
                            SUM(CASE unit WHEN 'growth' THEN amount ELSE 0 END) AS growth
                       FROM ledger_transfer WHERE cause_kind = 'order.paid' GROUP BY cause_id) booked
            ON booked.cause_id = earning.order_id
         WHERE COALESCE(booked.points, 0) <> earning.points OR COALESCE(booked.growth, 0) <> earning.growth`,
    },
  ],
};
