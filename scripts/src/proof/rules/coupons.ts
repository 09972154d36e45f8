import type { Rule } from '../check.js';

export const COUPONS: Rule = {
  number: 4,
  name: 'A coupon is claimed within its limits and serves one live order, and what an order took of offers and points comes back when it dies',
  checks: [
    {
      claim: 'as many coupons are out as their template counts, never more than its quota',
      counted: 'SELECT COUNT(*) AS n FROM coupon',
      violations: `
        SELECT template.id AS template_id, template.quota, template.issued, COALESCE(out_there.coupons, 0) AS coupons
          FROM coupon_template template
          LEFT JOIN (SELECT template_id, COUNT(*) AS coupons FROM coupon GROUP BY template_id) out_there
            ON out_there.template_id = template.id
         WHERE template.issued <> COALESCE(out_there.coupons, 0) OR template.issued > template.quota`,
    },
    {
      claim:
        'a member has claimed as many of a coupon as is counted for them, and no more than one person may',
      counted: 'SELECT COUNT(*) AS n FROM coupon_share',
      violations: `
        SELECT share.template_id, share.member_id, share.taken, claimed.coupons, template.per_person
          FROM (SELECT template_id, member_id, taken FROM coupon_share
                 UNION SELECT template_id, first_member_id, 0 FROM coupon claimed
                  WHERE source = 'claim' AND NOT EXISTS (SELECT 1 FROM coupon_share s
                    WHERE s.template_id = claimed.template_id AND s.member_id = claimed.first_member_id)) share
          LEFT JOIN (SELECT template_id, first_member_id, COUNT(*) AS coupons FROM coupon WHERE source = 'claim'
                      GROUP BY template_id, first_member_id) claimed
            ON claimed.template_id = share.template_id AND claimed.first_member_id = share.member_id
          LEFT JOIN coupon_template template ON template.id = share.template_id
         WHERE share.taken <> COALESCE(claimed.coupons, 0) OR share.taken > template.per_person`,
    },
    {
      claim: 'a coupon that an order holds or used is in exactly this order, which is alive',
      counted: 'SELECT COUNT(*) AS n FROM coupon WHERE order_id IS NOT NULL',
      violations: `
        SELECT coupon.id AS coupon_id, coupon.state, coupon.order_id, customer_order.status
          FROM coupon LEFT JOIN customer_order ON customer_order.id = coupon.order_id AND customer_order.member_id = coupon.member_id
         WHERE coupon.order_id IS NOT NULL
           AND (customer_order.id IS NULL OR customer_order.status = 'closed'
             OR (coupon.state = 'locked') <> (customer_order.status = 'pending_payment')
             OR NOT EXISTS (SELECT 1 FROM order_discount discount WHERE discount.order_id = coupon.order_id
                             AND discount.rule = 'coupon' AND discount.rule_id = coupon.id))`,
    },
    {
      claim: 'an order that a coupon made cheaper has this coupon as long as it lives',
      counted: "SELECT COUNT(*) AS n FROM order_discount WHERE rule = 'coupon'",
      violations: `
        SELECT discount.order_id, discount.rule_id AS coupon_id, customer_order.status, coupon.order_id AS coupon_order_id
          FROM order_discount discount
          JOIN customer_order ON customer_order.id = discount.order_id
          LEFT JOIN coupon ON coupon.id = discount.rule_id
         WHERE discount.rule = 'coupon' AND customer_order.status NOT IN ('closed', 'refunded')
           AND COALESCE(coupon.order_id, 0) <> discount.order_id`,
    },
    {
      claim: 'what a limited offer has sold is what living orders hold of it',
      counted: 'SELECT COUNT(*) AS n FROM promotion_use',
      violations: `
        SELECT 'quota' AS counter, counted.promotion_id, counted.occasion, counted.sku_id, counted.taken, held.pieces
          FROM promotion_quota counted
          LEFT JOIN (SELECT promotion_id, occasion, sku_id, SUM(quantity) AS pieces FROM promotion_use
                      WHERE state = 'held' AND of_quota = 1 GROUP BY promotion_id, occasion, sku_id) held
            ON held.promotion_id = counted.promotion_id AND held.occasion = counted.occasion AND held.sku_id = counted.sku_id
         WHERE counted.taken <> COALESCE(held.pieces, 0)
        UNION ALL
        SELECT 'share', counted.promotion_id, counted.occasion, counted.sku_id, counted.taken, held.pieces
          FROM promotion_share counted
          LEFT JOIN (SELECT promotion_id, occasion, sku_id, member_id, SUM(quantity) AS pieces FROM promotion_use
                      WHERE state = 'held' AND of_share = 1 GROUP BY promotion_id, occasion, sku_id, member_id) held
            ON held.promotion_id = counted.promotion_id AND held.occasion = counted.occasion
           AND held.sku_id = counted.sku_id AND held.member_id = counted.member_id
         WHERE counted.taken <> COALESCE(held.pieces, 0)`,
    },
    {
      claim: 'a closed order holds nothing of a limited offer',
      counted: 'SELECT COUNT(*) AS n FROM promotion_use',
      violations: `
        SELECT promotion_use.order_id, promotion_use.promotion_id, customer_order.status
          FROM promotion_use LEFT JOIN customer_order ON customer_order.id = promotion_use.order_id
         WHERE promotion_use.state = 'held' AND COALESCE(customer_order.status, 'closed') = 'closed'`,
    },
    {
      claim: 'an order took exactly its points, its lines share them, and a closed one gave them back',
      counted: 'SELECT COUNT(*) AS n FROM customer_order WHERE points > 0',
      violations: `
        SELECT customer_order.id AS order_id, customer_order.status, customer_order.points, line.points AS line_points,
               spent.amount AS spent, returned.amount AS returned
          FROM customer_order
          LEFT JOIN (SELECT order_id, SUM(points) AS points FROM order_line GROUP BY order_id) line
            ON line.order_id = customer_order.id
          LEFT JOIN (SELECT cause_id, SUM(amount) AS amount FROM ledger_transfer
                      WHERE cause_kind = 'order.points' AND unit = 'points' GROUP BY cause_id) spent
            ON spent.cause_id = customer_order.id
          LEFT JOIN (SELECT cause_id, SUM(amount) AS amount FROM ledger_transfer
                      WHERE cause_kind = 'order.closed' AND unit = 'points' GROUP BY cause_id) returned
            ON returned.cause_id = customer_order.id
         WHERE customer_order.points <> COALESCE(line.points, 0) OR customer_order.points <> COALESCE(spent.amount, 0)
            OR COALESCE(returned.amount, 0) <> CASE customer_order.status WHEN 'closed' THEN customer_order.points ELSE 0 END`,
    },
  ],
};
