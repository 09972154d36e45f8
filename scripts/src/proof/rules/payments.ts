import { ORDER_TRANSITIONS } from '@regulars/shared';
import type { Rule } from '../check.js';

const ALLOWED_MOVES = Object.entries(ORDER_TRANSITIONS)
  .flatMap(([from, targets]) => targets.map((to) => `('${from}', '${to}')`))
  .join(', ');

export const PAYMENTS: Rule = {
  number: 6,
  name: 'An order is paid once, for its exact amount, and its state never moves backwards',
  checks: [
    {
      claim: 'a paid order has its one payment of exactly this amount',
      counted: 'SELECT COUNT(*) AS n FROM customer_order WHERE paid_fen > 0',
      violations: `
        SELECT customer_order.id AS order_id, customer_order.paid_fen, COUNT(payment.id) AS payments, SUM(payment.amount_fen) AS amount_fen
          FROM customer_order LEFT JOIN payment ON payment.order_id = customer_order.id AND payment.status = 'paid'
           AND payment.out_trade_no = customer_order.out_trade_no
         WHERE customer_order.paid_fen > 0
         GROUP BY customer_order.id, customer_order.paid_fen
        HAVING COUNT(payment.id) <> 1 OR SUM(payment.amount_fen) <> customer_order.paid_fen`,
    },
    {
      claim: 'a payment counts for the order it was made for',
      counted: "SELECT COUNT(*) AS n FROM payment WHERE status = 'paid'",
      violations: `
        SELECT payment.id AS payment_id, payment.order_id, payment.amount_fen, customer_order.paid_fen, customer_order.status
          FROM payment LEFT JOIN customer_order ON customer_order.id = payment.order_id
         WHERE payment.status = 'paid' AND COALESCE(customer_order.paid_fen, 0) <> payment.amount_fen`,
    },
    {
      claim: 'money that no order wanted is being given back',
      counted: "SELECT COUNT(*) AS n FROM payment WHERE status = 'returned'",
      violations: `
        SELECT payment.id AS payment_id, payment.order_id, payment.transaction_id, payment.amount_fen
          FROM payment
         WHERE payment.status = 'returned' AND NOT EXISTS (
           SELECT 1 FROM refund WHERE refund.payment_id = payment.id AND refund.kind = 'stray'
              AND refund.transaction_id = payment.transaction_id AND refund.amount_fen = payment.amount_fen)`,
    },
    {
      claim: 'the refunds of one payment never exceed it',
      counted: 'SELECT COUNT(*) AS n FROM refund',
      violations: `
        SELECT refund.payment_id, refund.transaction_id, MAX(refund.total_fen) AS paid_fen, SUM(refund.amount_fen) AS refunds_fen
          FROM refund WHERE refund.status <> 'failed'
         GROUP BY refund.payment_id, refund.transaction_id
        HAVING SUM(refund.amount_fen) > MAX(refund.total_fen)`,
    },
    {
      claim: 'an order only ever moved forward, and is where its history ends',
      counted: 'SELECT COUNT(*) AS n FROM order_event',
      violations: `
        SELECT customer_order.id AS order_id, customer_order.status, event.previous, event.status AS event_status
          FROM customer_order
          LEFT JOIN (SELECT order_id, status,
                       LAG(status) OVER (PARTITION BY order_id ORDER BY id) AS previous,
                       LEAD(status) OVER (PARTITION BY order_id ORDER BY id) AS following
                  FROM order_event) event ON event.order_id = customer_order.id
         WHERE (event.status IS NULL AND customer_order.status <> 'pending_payment')
            OR (COALESCE(event.previous, 'pending_payment') <> event.status
                AND (COALESCE(event.previous, 'pending_payment'), event.status) NOT IN (${ALLOWED_MOVES}))
            OR (event.following IS NULL AND event.status <> customer_order.status)`,
    },
  ],
};
