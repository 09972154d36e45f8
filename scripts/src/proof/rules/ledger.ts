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
      claim: 'what waits is what was earned and neither matured nor was taken back',
      counted: "SELECT COUNT(*) AS n FROM ledger_account WHERE role = 'pending'",
      violations: `
        SELECT account.id AS account_id, account.owner_id, account.balance, SUM(hold.amount - hold.taken_back) AS waiting
          FROM ledger_account account
          LEFT JOIN ledger_hold hold ON hold.account_id = account.id AND hold.matured_at IS NULL
         WHERE account.role = 'pending'
         GROUP BY account.id, account.owner_id, account.balance
        HAVING account.balance <> COALESCE(SUM(hold.amount - hold.taken_back), 0)`,
    },
    {
      claim: 'what matured is what was left of it, once',
      counted: 'SELECT COUNT(*) AS n FROM ledger_hold',
      violations: `
        SELECT hold.id AS hold_id, hold.amount, hold.taken_back, matured.amount AS matured
          FROM ledger_hold hold
          LEFT JOIN (SELECT cause_id, SUM(amount) AS amount FROM ledger_transfer
                      WHERE cause_kind = 'points.matured' GROUP BY cause_id) matured ON matured.cause_id = hold.id
         WHERE COALESCE(matured.amount, 0) <> IF(hold.matured_at IS NULL, 0, hold.amount - hold.taken_back)`,
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
          LEFT JOIN customer_order spent ON transfer.cause_kind IN ('order.points', 'order.closed')
           AND spent.id = transfer.cause_id AND spent.member_id = owned.owner_id
           AND (transfer.cause_kind = 'order.points' OR spent.status = 'closed')
          LEFT JOIN order_refund refund ON transfer.cause_kind IN ('order.refunded', 'order.points-returned')
           AND refund.id = transfer.cause_id AND refund.status = 'done'
          LEFT JOIN check_in ON transfer.cause_kind = 'check-in.made'
           AND check_in.id = transfer.cause_id AND check_in.member_id = owned.owner_id
          LEFT JOIN reward_event event ON transfer.cause_kind = 'reward.given' AND event.id = transfer.cause_id
           AND event.member_id = owned.owner_id
          LEFT JOIN ledger_hold hold ON transfer.cause_kind = 'points.matured' AND hold.id = transfer.cause_id
           AND hold.account_id = transfer.from_account_id AND hold.matured_at IS NOT NULL
          LEFT JOIN ledger_lapse lapse ON transfer.cause_kind = 'lots.expired' AND lapse.id = transfer.cause_id
           AND lapse.account_id = transfer.from_account_id AND lapse.amount = transfer.amount
          LEFT JOIN redemption ON transfer.cause_kind IN ('redemption.made', 'redemption.cancelled')
           AND redemption.id = transfer.cause_id AND redemption.member_id = owned.owner_id
           AND (transfer.cause_kind = 'redemption.made' OR redemption.status = 'cancelled')
         WHERE COALESCE(paid.id, spent.id, refund.id, check_in.id, hold.id, lapse.id, event.id, redemption.id) IS NULL`,
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
    {
      claim: 'what rules gave names its rule and version, and is booked',
      counted: 'SELECT COUNT(*) AS n FROM reward_event',
      violations: `
        SELECT event.id AS event_id, event.event_key, event.points, event.growth, awarded.points AS awarded_points,
               awarded.growth AS awarded_growth, booked.points AS booked_points, booked.growth AS booked_growth
          FROM reward_event event
          LEFT JOIN (SELECT event_id, SUM(IF(unit = 'points', amount, 0)) AS points,
                            SUM(IF(unit = 'growth', amount, 0)) AS growth
                       FROM reward_award GROUP BY event_id) awarded ON awarded.event_id = event.id
          LEFT JOIN (SELECT cause_id, SUM(IF(unit = 'points', amount, 0)) AS points,
                            SUM(IF(unit = 'growth', amount, 0)) AS growth
                       FROM ledger_transfer WHERE cause_kind = 'reward.given' GROUP BY cause_id) booked
            ON booked.cause_id = event.id
         WHERE COALESCE(awarded.points, 0) <> event.points OR COALESCE(awarded.growth, 0) <> event.growth
            OR (event.trigger_kind <> 'order.paid'
                AND (COALESCE(booked.points, 0) <> event.points OR COALESCE(booked.growth, 0) <> event.growth))`,
    },
    {
      claim: 'an order earned by the rate of its day and by the rules, and nothing else',
      counted: "SELECT COUNT(*) AS n FROM reward_event WHERE trigger_kind = 'order.paid'",
      violations: `
        SELECT earning.order_id, earning.points, earning.growth, event.points AS rule_points, event.growth AS rule_growth
          FROM order_earning earning
          JOIN reward_event event ON event.event_key = CONCAT('order:', earning.order_id)
          LEFT JOIN earn_rule rate ON rate.id = earning.earn_rule_id
         WHERE earning.points <> FLOOR(earning.paid_fen * COALESCE(rate.points_per_yuan_bp, 0) / 1000000) + event.points
            OR earning.growth <> FLOOR(earning.paid_fen * COALESCE(rate.growth_per_yuan_bp, 0) / 1000000) + event.growth`,
    },
    {
      claim: 'days signed in follow on one another',
      counted: 'SELECT COUNT(*) AS n FROM sign_in',
      violations: `
        SELECT day.member_id, day.brand_id, day.business_day, day.streak, before_it.streak AS streak_before
          FROM sign_in day
          LEFT JOIN sign_in before_it ON before_it.member_id = day.member_id AND before_it.brand_id = day.brand_id
           AND before_it.business_day = day.business_day - INTERVAL 1 DAY
         WHERE day.streak <> COALESCE(before_it.streak, 0) + 1`,
    },
  ],
};
