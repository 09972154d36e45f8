import type { Rule } from '../check.js';

/** What the refunds of each order have done by now. */
const DONE = `
  SELECT order_id, SUM(amount_fen) AS amount_fen, SUM(points) AS points
    FROM order_refund WHERE status = 'done' GROUP BY order_id`;

export const REFUNDS: Rule = {
  number: 8,
  name: 'A refund gives back, pro rata and exactly once, and takes back what was earned',
  checks: [
    {
      claim: 'a line has given back exactly what its refunds say, in pieces, money and points',
      counted: 'SELECT COUNT(*) AS n FROM order_refund_line',
      violations: `
        SELECT line.order_id, line.id AS line_id, line.refunded_quantity, refunded.quantity, line.refunded_fen,
               refunded.amount_fen, line.refunded_points, refunded.points
          FROM order_line line
          LEFT JOIN (SELECT order_line_id, SUM(quantity) AS quantity, SUM(amount_fen) AS amount_fen, SUM(points) AS points
                       FROM order_refund_line GROUP BY order_line_id) refunded ON refunded.order_line_id = line.id
         WHERE line.refunded_quantity <> COALESCE(refunded.quantity, 0)
            OR line.refunded_fen <> COALESCE(refunded.amount_fen, 0)
            OR line.refunded_points <> COALESCE(refunded.points, 0)
            OR line.refunded_quantity > line.quantity OR line.refunded_points > line.points`,
    },
    {
      claim: 'a refund is the sum of its lines and, at most once for an order, its freight',
      counted: 'SELECT COUNT(*) AS n FROM order_refund',
      violations: `
        SELECT order_refund.order_id, order_refund.id AS order_refund_id, order_refund.amount_fen, order_refund.freight_fen,
               lines_of.amount_fen AS lines_fen
          FROM order_refund JOIN customer_order ON customer_order.id = order_refund.order_id
          LEFT JOIN (SELECT order_refund_id, SUM(amount_fen) AS amount_fen, SUM(points) AS points
                       FROM order_refund_line GROUP BY order_refund_id) lines_of ON lines_of.order_refund_id = order_refund.id
         WHERE order_refund.amount_fen <> order_refund.freight_fen + COALESCE(lines_of.amount_fen, 0)
            OR order_refund.points <> COALESCE(lines_of.points, 0)
            OR (SELECT SUM(other.freight_fen) FROM order_refund other WHERE other.order_id = order_refund.order_id)
               > customer_order.freight_fen`,
    },
    {
      claim: 'a refund is done when its money is with the customer, once, and not before',
      counted: 'SELECT COUNT(*) AS n FROM order_refund WHERE amount_fen > 0',
      violations: `
        SELECT order_refund.order_id, order_refund.id AS order_refund_id, order_refund.status, order_refund.amount_fen,
               COUNT(refund.id) AS refunds, SUM(refund.amount_fen) AS refunds_fen
          FROM order_refund
          LEFT JOIN refund ON refund.cause = CONCAT('order-refund:', order_refund.id) AND refund.status = 'succeeded'
         WHERE order_refund.amount_fen > 0
         GROUP BY order_refund.order_id, order_refund.id, order_refund.status, order_refund.amount_fen
        HAVING COUNT(refund.id) <> CASE order_refund.status WHEN 'done' THEN 1 ELSE 0 END
            OR COALESCE(SUM(refund.amount_fen), order_refund.amount_fen) <> order_refund.amount_fen`,
    },
    {
      claim: 'points that were spent come back with the refunds, to the point',
      counted: 'SELECT COUNT(*) AS n FROM order_refund WHERE points > 0',
      violations: `
        SELECT done.order_id, done.points, returned.amount AS returned_points
          FROM (${DONE}) done
          LEFT JOIN (SELECT order_refund.order_id, SUM(transfer.amount) AS amount
                       FROM ledger_transfer transfer JOIN order_refund ON order_refund.id = transfer.cause_id
                      WHERE transfer.cause_kind = 'order.points-returned' GROUP BY order_refund.order_id) returned
            ON returned.order_id = done.order_id
         WHERE COALESCE(returned.amount, 0) <> done.points AND NOT EXISTS (
           SELECT 1 FROM job WHERE job.kind = 'loyalty.give-back-points')`,
    },
    {
      claim: 'what an order earned is taken back by the share of its money that went back',
      counted: `
        SELECT COUNT(*) AS n FROM order_earning JOIN (${DONE}) done ON done.order_id = order_earning.order_id`,
      violations: `
        SELECT order_earning.order_id, order_earning.points, order_earning.paid_fen, done.amount_fen, taken.amount AS taken_points
          FROM order_earning JOIN (${DONE}) done ON done.order_id = order_earning.order_id
          LEFT JOIN (SELECT order_refund.order_id, SUM(transfer.amount) AS amount
                       FROM ledger_transfer transfer JOIN order_refund ON order_refund.id = transfer.cause_id
                      WHERE transfer.cause_kind = 'order.refunded' AND transfer.unit = 'points'
                      GROUP BY order_refund.order_id) taken ON taken.order_id = order_earning.order_id
         WHERE ABS(COALESCE(taken.amount, 0) * order_earning.paid_fen - order_earning.points * done.amount_fen)
               >= GREATEST(order_earning.paid_fen, 1)
           AND NOT EXISTS (SELECT 1 FROM job WHERE job.kind = 'loyalty.take-back-for-refund')`,
    },
    {
      claim: 'a piece is asked for, exchanged or refunded once',
      counted: 'SELECT COUNT(*) AS n FROM after_sale_line',
      violations: `
        SELECT line.order_id, line.id AS line_id, line.quantity, line.refunded_quantity, held.quantity AS held
          FROM order_line line
          JOIN (SELECT after_sale_line.order_line_id, SUM(after_sale_line.quantity) AS quantity
                  FROM after_sale_line JOIN after_sale ON after_sale.id = after_sale_line.after_sale_id
                 WHERE after_sale.status IN ('requested', 'approved', 'returning', 'received', 'exchanged')
                 GROUP BY after_sale_line.order_line_id) held ON held.order_line_id = line.id
         WHERE held.quantity > line.quantity
            OR (held.quantity + line.refunded_quantity > line.quantity
                AND NOT EXISTS (SELECT 1 FROM customer_order
                                 WHERE customer_order.id = line.order_id AND customer_order.status IN ('refunding', 'refunded')))`,
    },
    {
      claim: 'an after-sale that is refunded has its refund of the same order, and it is done',
      counted: "SELECT COUNT(*) AS n FROM after_sale WHERE status IN ('refunding', 'refunded')",
      violations: `
        SELECT after_sale.id AS after_sale_id, after_sale.status, after_sale.amount_fen, order_refund.status AS refund_status,
               order_refund.amount_fen AS refund_fen
          FROM after_sale LEFT JOIN order_refund ON order_refund.id = after_sale.order_refund_id
           AND order_refund.order_id = after_sale.order_id
         WHERE after_sale.status IN ('refunding', 'refunded')
           AND (order_refund.id IS NULL OR order_refund.amount_fen <> after_sale.amount_fen
             OR (after_sale.status = 'refunded') <> (order_refund.status = 'done'))`,
    },
  ],
};
