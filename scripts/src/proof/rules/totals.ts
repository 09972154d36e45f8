import type { Rule } from '../check.js';

export const TOTALS: Rule = {
  number: 5,
  name: 'Every fen of an order is explained',
  checks: [
    {
      claim: 'lines and freight sum to what is to pay',
      counted: 'SELECT COUNT(*) AS n FROM customer_order',
      violations: `
        SELECT customer_order.id AS order_id, customer_order.pay_fen, customer_order.freight_fen, SUM(line.total_fen) AS lines_fen
          FROM customer_order LEFT JOIN order_line line ON line.order_id = customer_order.id
         GROUP BY customer_order.id, customer_order.pay_fen, customer_order.freight_fen
        HAVING customer_order.pay_fen <> customer_order.freight_fen + COALESCE(SUM(line.total_fen), 0)`,
    },
    {
      claim: 'list prices sum to the goods, and goods and freight less discount are what is to pay',
      counted: 'SELECT COUNT(*) AS n FROM order_line',
      violations: `
        SELECT customer_order.id AS order_id, customer_order.goods_fen, SUM(line.list_fen * line.quantity) AS lines_fen
          FROM customer_order LEFT JOIN order_line line ON line.order_id = customer_order.id
         GROUP BY customer_order.id, customer_order.goods_fen, customer_order.pay_fen, customer_order.discount_fen,
                  customer_order.freight_fen
        HAVING customer_order.goods_fen <> COALESCE(SUM(line.list_fen * line.quantity), 0)
            OR customer_order.pay_fen + customer_order.discount_fen <> customer_order.goods_fen + customer_order.freight_fen`,
    },
    {
      claim: 'every fen of discount is a step that names its rule',
      counted: 'SELECT COUNT(*) AS n FROM customer_order WHERE discount_fen > 0',
      violations: `
        SELECT customer_order.id AS order_id, customer_order.discount_fen, customer_order.pay_fen, SUM(step.amount_fen) AS steps_fen
          FROM customer_order
          LEFT JOIN JSON_TABLE(customer_order.steps, '$[*]' COLUMNS (
            rule VARCHAR(32) PATH '$.rule', amount_fen BIGINT PATH '$.amountFen')) step ON 1 = 1
         GROUP BY customer_order.id, customer_order.discount_fen, customer_order.pay_fen
        HAVING COALESCE(SUM(step.amount_fen), 0) <> customer_order.pay_fen
            OR COALESCE(SUM(CASE WHEN step.amount_fen < 0 THEN -step.amount_fen END), 0) <> customer_order.discount_fen
            OR SUM(step.rule IS NULL) > 0`,
    },
    {
      claim: 'an order is paid in full or not at all',
      counted: 'SELECT COUNT(*) AS n FROM customer_order WHERE paid_fen > 0',
      violations: `
        SELECT id AS order_id, status, pay_fen, paid_fen, paid_at FROM customer_order
         WHERE paid_fen NOT IN (0, pay_fen) OR (paid_fen > 0) <> (paid_at IS NOT NULL)
            OR (paid_fen > 0) <> (status NOT IN ('pending_payment', 'closed'))`,
    },
    {
      claim: 'what an order gave back is what its refunds brought, never more than was paid',
      counted: "SELECT COUNT(*) AS n FROM refund WHERE kind = 'order' AND status = 'succeeded'",
      violations: `
        SELECT customer_order.id AS order_id, customer_order.paid_fen, customer_order.refunded_fen, returned.amount AS refunds_fen
          FROM customer_order
          LEFT JOIN (SELECT order_id, SUM(amount_fen) AS amount FROM refund
                      WHERE kind = 'order' AND status = 'succeeded' GROUP BY order_id) returned
            ON returned.order_id = customer_order.id
         WHERE customer_order.refunded_fen <> COALESCE(returned.amount, 0)
            OR customer_order.refunded_fen > customer_order.paid_fen`,
    },
    {
      claim: 'no line gives back more than was paid for it, and a refunded order gives back all of it',
      counted: 'SELECT COUNT(*) AS n FROM order_line WHERE refunded_fen > 0',
      violations: `
        SELECT customer_order.id AS order_id, line.id AS line_id, line.total_fen, line.refunded_fen
          FROM order_line line JOIN customer_order ON customer_order.id = line.order_id
         WHERE line.refunded_fen > line.total_fen
            OR (customer_order.status = 'refunded'
                AND (line.refunded_fen <> line.total_fen OR customer_order.refunded_fen <> customer_order.paid_fen))`,
    },
  ],
};
