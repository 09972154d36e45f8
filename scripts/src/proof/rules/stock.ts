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
          JOIN (SELECT line.order_id, line.sku_id, SUM(line.quantity) AS pieces FROM order_line line
                  JOIN sku ON sku.id = line.sku_id JOIN product ON product.id = sku.product_id AND product.kind = 'goods'
                 GROUP BY line.order_id, line.sku_id) asked
            ON asked.order_id = customer_order.id
          LEFT JOIN stock_reservation reservation
            ON reservation.order_id = asked.order_id AND reservation.sku_id = asked.sku_id
         WHERE reservation.order_id IS NULL OR reservation.quantity < asked.pieces
            OR reservation.store_id <> customer_order.store_id
            OR reservation.state <> CASE customer_order.status
                 WHEN 'pending_payment' THEN 'held' WHEN 'closed' THEN 'released' ELSE 'taken' END`,
    },
    {
      claim: 'a stock take is booked once, line by line, as the difference it found',
      counted: "SELECT COUNT(*) AS n FROM stock_count WHERE status = 'booked'",
      violations: `
        SELECT line.count_id, line.sku_id, line.expected, line.counted, moved.quantity
          FROM stock_count
          JOIN stock_count_line line ON line.count_id = stock_count.id
          LEFT JOIN stock_movement moved
            ON moved.cause_key = CONCAT('count:', line.count_id, ':', line.sku_id) AND moved.kind = 'count'
         WHERE COALESCE(moved.quantity, 0) <>
               CASE stock_count.status WHEN 'booked' THEN CAST(line.counted AS SIGNED) - line.expected ELSE 0 END`,
    },
    {
      claim: 'what was sent to another store has left the one and come to the other as it was counted in',
      counted: 'SELECT COUNT(*) AS n FROM stock_transfer',
      violations: `
        SELECT line.transfer_id, line.sku_id, line.sent, gone.quantity AS gone, line.received, come.quantity AS come
          FROM stock_transfer transfer
          JOIN stock_transfer_line line ON line.transfer_id = transfer.id
          LEFT JOIN stock_movement gone
            ON gone.cause_key = CONCAT('transfer:', line.transfer_id, ':out:', line.sku_id) AND gone.store_id = transfer.from_store_id
          LEFT JOIN stock_movement come
            ON come.cause_key = CONCAT('transfer:', line.transfer_id, ':in:', line.sku_id) AND come.store_id = transfer.to_store_id
         WHERE COALESCE(gone.quantity, 0) <> -CAST(line.sent AS SIGNED)
            OR COALESCE(come.quantity, 0) <> COALESCE(line.received, 0)
            OR (transfer.status = 'received') <> (line.received IS NOT NULL)`,
    },
  ],
};
