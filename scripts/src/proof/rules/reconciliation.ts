import type { Rule } from '../check.js';

/** Days are China's, which has been UTC+8 without summer time since 1991. */
const ON_DAY = (column: string) =>
  `${column} >= closing_day.day - INTERVAL 8 HOUR AND ${column} < closing_day.day + INTERVAL 16 HOUR`;

/** A difference that nobody has put away as settled by the books themselves. */
const EXPLAINED = `EXISTS (SELECT 1 FROM money_difference difference
  WHERE difference.day = bill.day AND difference.mch_id = bill.mch_id AND difference.subject = trade.number
    AND difference.state IN ('open', 'accepted'))`;

export const RECONCILIATION: Rule = {
  number: 6,
  name: 'Money closes every day: what WeChat bills is in our books, or a difference with a reason',
  checks: [
    {
      claim: 'a fetched bill has every row it was read with',
      counted: "SELECT COUNT(*) AS n FROM pay_bill WHERE status = 'ready'",
      violations: `
        SELECT bill.id AS bill_id, bill.day, bill.trades, bill.flows FROM pay_bill bill
         WHERE bill.trades <> (SELECT COUNT(*) FROM billed_trade trade WHERE trade.bill_id = bill.id)
            OR bill.flows <> (SELECT COUNT(*) FROM billed_flow flow WHERE flow.bill_id = bill.id)`,
    },
    {
      claim: 'a billed payment is paid here, on its way back, or a difference',
      counted: "SELECT COUNT(*) AS n FROM billed_trade WHERE kind = 'payment'",
      violations: `
        SELECT trade.id AS billed_trade_id, bill.day, trade.out_trade_no, trade.transaction_id, trade.amount_fen
          FROM billed_trade trade JOIN pay_bill bill ON bill.id = trade.bill_id
         WHERE trade.kind = 'payment'
           AND NOT EXISTS (SELECT 1 FROM payment
             WHERE payment.transaction_id = trade.transaction_id AND payment.amount_fen = trade.amount_fen)
           AND NOT EXISTS (SELECT 1 FROM refund
             WHERE refund.cause = CONCAT('stray:', trade.transaction_id) AND refund.total_fen = trade.amount_fen)
           AND NOT ${EXPLAINED}`,
    },
    {
      claim: 'a billed refund is done here, or a difference',
      counted: "SELECT COUNT(*) AS n FROM billed_trade WHERE kind = 'refund'",
      violations: `
        SELECT trade.id AS billed_trade_id, bill.day, trade.out_refund_no, trade.amount_fen
          FROM billed_trade trade JOIN pay_bill bill ON bill.id = trade.bill_id
         WHERE trade.kind = 'refund'
           AND NOT EXISTS (SELECT 1 FROM refund
             WHERE refund.out_refund_no = trade.out_refund_no AND refund.amount_fen = trade.amount_fen
               AND refund.status = 'succeeded')
           AND NOT ${EXPLAINED}`,
    },
    {
      claim: 'a day that was signed off has no open difference',
      counted: 'SELECT COUNT(*) AS n FROM closing_day WHERE signed_at IS NOT NULL',
      violations: `
        SELECT closing_day.brand_id, closing_day.day, difference.id AS difference_id, difference.kind
          FROM closing_day JOIN money_difference difference
            ON difference.day = closing_day.day AND difference.state = 'open'
           AND (difference.brand_id = closing_day.brand_id OR difference.brand_id IS NULL)
         WHERE closing_day.signed_at IS NOT NULL`,
    },
    {
      claim: 'the sums of a day that was signed off are those of its payments and refunds',
      counted: 'SELECT COUNT(*) AS n FROM closing_day WHERE signed_at IS NOT NULL',
      violations: `
        SELECT brand_id, day, paid_fen, refunded_fen FROM closing_day
         WHERE signed_at IS NOT NULL AND (
           paid_fen <> (SELECT COALESCE(SUM(payment.amount_fen), 0) FROM payment
             WHERE payment.brand_id = closing_day.brand_id AND ${ON_DAY('payment.paid_at')})
           OR refunded_fen <> (SELECT COALESCE(SUM(refund.amount_fen), 0)
               FROM refund JOIN payment ON payment.id = refund.payment_id
              WHERE payment.brand_id = closing_day.brand_id AND ${ON_DAY('refund.succeeded_at')}))`,
    },
  ],
};
