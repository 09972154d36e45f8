import type { Rule } from '../check.js';

export const STOCK: Rule = {
  number: 3,
  name: 'Nothing is sold that is not there',
  checks: [
    {
      claim: 'on hand is never less than reserved',
      counted: 'SELECT COUNT(*) AS n FROM stock',
      violations:
        'SELECT sku_id, store_id, on_hand, reserved FROM stock WHERE on_hand < reserved OR reserved < 0',
    },
    {
      claim: 'the movements sum to what is on hand',
      counted: 'SELECT COUNT(*) AS n FROM stock_movement',
      violations: `
        SELECT place.sku_id, place.store_id, stock.on_hand, moved.pieces
          FROM (SELECT sku_id, store_id FROM stock UNION SELECT sku_id, store_id FROM stock_movement) place
          LEFT JOIN stock ON stock.sku_id = place.sku_id AND stock.store_id = place.store_id
          LEFT JOIN (SELECT sku_id, store_id, SUM(quantity) AS pieces FROM stock_movement GROUP BY sku_id, store_id) moved
            ON moved.sku_id = place.sku_id AND moved.store_id = place.store_id
         WHERE COALESCE(stock.on_hand, 0) <> COALESCE(moved.pieces, 0)`,
    },
    {
      claim: 'what is held for orders is what is reserved',
      counted: "SELECT COUNT(*) AS n FROM stock_reservation WHERE state = 'held'",
      violations: `
        SELECT place.sku_id, place.store_id, stock.reserved, held.pieces AS held
          FROM (SELECT sku_id, store_id FROM stock UNION SELECT sku_id, store_id FROM stock_reservation) place
          LEFT JOIN stock ON stock.sku_id = place.sku_id AND stock.store_id = place.store_id
          LEFT JOIN (SELECT sku_id, store_id, SUM(quantity) AS pieces FROM stock_reservation WHERE state = 'held'
                      GROUP BY sku_id, store_id) held
            ON held.sku_id = place.sku_id AND held.store_id = place.store_id
         WHERE COALESCE(stock.reserved, 0) <> COALESCE(held.pieces, 0)`,
    },
    {
      claim: 'what was taken for orders has left the stock, once',
      counted: "SELECT COUNT(*) AS n FROM stock_reservation WHERE state = 'taken'",
      violations: `
        SELECT place.sku_id, place.store_id, taken.pieces AS taken, sold.pieces AS sold
          FROM (SELECT sku_id, store_id FROM stock_reservation
                 UNION SELECT sku_id, store_id FROM stock_movement WHERE kind = 'sale') place
          LEFT JOIN (SELECT sku_id, store_id, SUM(quantity) AS pieces FROM stock_reservation WHERE state = 'taken'
                      GROUP BY sku_id, store_id) taken
            ON taken.sku_id = place.sku_id AND taken.store_id = place.store_id
          LEFT JOIN (SELECT sku_id, store_id, -SUM(quantity) AS pieces FROM stock_movement WHERE kind = 'sale'
                      GROUP BY sku_id, store_id) sold
            ON sold.sku_id = place.sku_id AND sold.store_id = place.store_id
         WHERE COALESCE(taken.pieces, 0) <> COALESCE(sold.pieces, 0)`,
    },
    {
      claim: 'an order holds, has taken or has released exactly its pieces, as its state says',
      counted: 'SELECT COUNT(*) AS n FROM customer_order',
      violations: `
        SELECT customer_order.id AS order_id, customer_order.status, asked.sku_id, asked.pieces,
               reservation.quantity AS reserved, reservation.state
          FROM customer_order
          JOIN (SELECT order_id, sku_id, SUM(quantity) AS pieces FROM order_line GROUP BY order_id, sku_id) asked
            ON asked.order_id = customer_order.id
          LEFT JOIN stock_reservation reservation
            ON reservation.order_id = asked.order_id AND reservation.sku_id = asked.sku_id
         WHERE reservation.order_id IS NULL OR reservation.quantity <> asked.pieces
            OR reservation.store_id <> customer_order.store_id
            OR reservation.state <> CASE customer_order.status
                 WHEN 'pending_payment' THEN 'held' WHEN 'closed' THEN 'released' ELSE 'taken' END`,
    },
  ],
};
