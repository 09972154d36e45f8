/**
 * The smallest world that touches every rule and breaks none: one member with a paid order that was refunded in full
 * after its points were spent, one closed order whose money came late, a check-in, two redemptions.
 */
const AT = "'2026-06-01 04:00:00.000'";
const LATER = "'2026-06-02 04:00:00.000'";
const STEPS = JSON.stringify([
  { rule: 'list', label: '商品金额', amountFen: 6000 },
  { rule: 'member', label: '会员价优惠', amountFen: -1000 },
  { rule: 'freight', label: '运费', amountFen: 800 },
]);

const ORDER_COLUMNS = `(id, out_trade_no, brand_id, member_id, store_id, fulfilment, address, status, goods_fen, discount_fen,
  freight_fen, pay_fen, paid_fen, refunded_fen, steps, business_day, created_at, expires_at, paid_at)`;

const TRANSFER_COLUMNS = `(id, program_id, unit, from_account_id, to_account_id, amount, cause_kind, cause_id, cause_key, part,
  text, reverses_transfer_id, business_day, at)`;

const ISSUED = 1;
const REDEEMED = 2;
const AVAILABLE = 3;
const DEBT = 4;

const transfer = (id, from, to, amount, kind, causeId, { part = 0, reverses = 'NULL' } = {}) =>
  `(${id}, 1, 'points', ${from}, ${to}, ${amount}, '${kind}', ${causeId}, '${kind}:${causeId}:points', ${part}, '记账',
    ${reverses}, '2026-06-01', ${AT})`;

export const SOUND_WORLD = [
  `INSERT INTO customer_order ${ORDER_COLUMNS} VALUES
     (1, 'T1', 1, 7, 5, 'delivery', 'sealed', 'refunded', 6000, 1000, 800, 5800, 5800, 5800, '${STEPS}', '2026-06-01', ${AT}, ${LATER}, ${AT}),
     (2, 'T2', 1, 7, 5, 'pickup', NULL, 'closed', 3000, 0, 0, 3000, 0, 0, '[{"rule":"list","label":"商品金额","amountFen":3000}]', '2026-06-01', ${AT}, ${LATER}, NULL)`,
  `INSERT INTO order_line (id, order_id, sku_id, product_id, name, picture_url, quantity, list_fen, total_fen, refunded_fen) VALUES
     (1, 1, 11, 1, '拿铁', '/a.png', 2, 3000, 5000, 5000), (2, 2, 11, 1, '拿铁', '/a.png', 1, 3000, 3000, 0)`,
  `INSERT INTO order_event (id, order_id, at, status, actor, note) VALUES
     (1, 1, ${AT}, 'pending_payment', 'member:7', ''), (2, 1, ${AT}, 'paid', 'system', ''),
     (3, 1, ${AT}, 'refunding', 'admin:1', ''), (4, 1, ${AT}, 'refunded', 'system', ''),
     (5, 2, ${AT}, 'pending_payment', 'member:7', ''), (6, 2, ${AT}, 'closed', 'system', '')`,
  `INSERT INTO payment (id, order_id, out_trade_no, app_id, mch_id, openid, amount_fen, description, status, transaction_id, created_at, expires_at, paid_at) VALUES
     (1, 1, 'T1', 'wx1', '19', 'o7', 5800, '拿铁', 'paid', '4200001', ${AT}, ${LATER}, ${AT}),
     (2, 2, 'T2', 'wx1', '19', 'o7', 3000, '拿铁', 'returned', '4200002', ${AT}, ${LATER}, ${AT})`,
  `INSERT INTO refund (id, payment_id, order_id, kind, cause, attempt, out_refund_no, transaction_id, amount_fen, total_fen, reason, status, created_at, updated_at, succeeded_at) VALUES
     (1, 1, 1, 'order', 'order:1', 1, 'R1', '4200001', 5800, 5800, '不想要了', 'succeeded', ${AT}, ${AT}, ${AT}),
     (2, 2, 2, 'stray', 'stray:4200002', 1, 'R2', '4200002', 3000, 3000, '订单已关闭', 'processing', ${AT}, ${AT}, NULL)`,

  `INSERT INTO stock (sku_id, store_id, on_hand, reserved) VALUES (11, 5, 10, 0)`,
  `INSERT INTO stock_movement (id, sku_id, store_id, quantity, kind, cause_key, at) VALUES
     (1, 11, 5, 10, 'adjustment', 'delivery:1', ${AT}), (2, 11, 5, -2, 'sale', 'order:1:sale:11', ${AT}),
     (3, 11, 5, 2, 'return', 'order:1:return:11', ${AT})`,
  `INSERT INTO stock_reservation (order_id, sku_id, store_id, quantity, state, created_at, ended_at) VALUES
     (1, 11, 5, 2, 'taken', ${AT}, ${AT}), (2, 11, 5, 1, 'released', ${AT}, ${AT})`,

  `INSERT INTO check_in (id, member_id, brand_id, store_id, business_day, kind, points, at) VALUES (1, 7, 1, 5, '2026-06-01', 'customer', 5, ${AT})`,
  `INSERT INTO reward (id, brand_id, kind, name, description, picture_url, points, stock, status, created_at) VALUES (1, 1, 'gift', '马克杯', '', '/r.png', 30, 9, 'on_shelf', ${AT})`,
  `INSERT INTO reward_taken (reward_id, member_id, taken) VALUES (1, 7, 1)`,
  `INSERT INTO redemption (id, reward_id, brand_id, program_id, member_id, code, status, reward_kind, reward_name, picture_url, points, at, collected_at, cancelled_at) VALUES
     (1, 1, 1, 1, 7, 'AAAA', 'collected', 'gift', '马克杯', '/r.png', 30, ${AT}, ${AT}, NULL),
     (2, 1, 1, 1, 7, 'BBBB', 'cancelled', 'gift', '马克杯', '/r.png', 30, ${AT}, NULL, ${AT})`,
  `INSERT INTO order_earning (order_id, program_id, brand_id, member_id, paid_fen, points, growth, at) VALUES (1, 1, 1, 7, 5800, 58, 0, ${AT})`,

  // 58 earned, 5 for the visit; 30 spent twice, once given back; of 58 to take back 33 are there and 25 are owed.
  `INSERT INTO ledger_account (id, owner_kind, owner_id, program_id, unit, role, balance, created_at) VALUES
     (${ISSUED}, 'program', 1, 1, 'points', 'issued', NULL, ${AT}), (${REDEEMED}, 'program', 1, 1, 'points', 'redeemed', NULL, ${AT}),
     (${AVAILABLE}, 'member', 7, 1, 'points', 'available', 0, ${AT}), (${DEBT}, 'member', 7, 1, 'points', 'debt', -25, ${AT})`,
  `INSERT INTO ledger_transfer ${TRANSFER_COLUMNS} VALUES
     ${transfer(1, ISSUED, AVAILABLE, 58, 'order.paid', 1)}, ${transfer(2, ISSUED, AVAILABLE, 5, 'check-in.made', 1)},
     ${transfer(3, AVAILABLE, REDEEMED, 30, 'redemption.made', 1)}, ${transfer(4, AVAILABLE, REDEEMED, 30, 'redemption.made', 2)},
     ${transfer(5, REDEEMED, AVAILABLE, 30, 'redemption.cancelled', 2, { reverses: 4 })},
     ${transfer(6, AVAILABLE, ISSUED, 33, 'order.refunded', 1, { reverses: 1 })},
     ${transfer(7, DEBT, ISSUED, 25, 'order.refunded', 1, { part: 1, reverses: 1 })}`,
  `INSERT INTO ledger_entry (transfer_id, account_id, amount, balance_after) VALUES
     (1, ${AVAILABLE}, 58, 58), (1, ${ISSUED}, -58, NULL), (2, ${AVAILABLE}, 5, 63), (2, ${ISSUED}, -5, NULL),
     (3, ${AVAILABLE}, -30, 33), (3, ${REDEEMED}, 30, NULL), (4, ${AVAILABLE}, -30, 3), (4, ${REDEEMED}, 30, NULL),
     (5, ${AVAILABLE}, 30, 33), (5, ${REDEEMED}, -30, NULL), (6, ${AVAILABLE}, -33, 0), (6, ${ISSUED}, 33, NULL),
     (7, ${DEBT}, -25, -25), (7, ${ISSUED}, 25, NULL)`,
  `INSERT INTO ledger_lot (id, account_id, transfer_id, amount, remaining) VALUES (1, ${AVAILABLE}, 1, 58, 0), (2, ${AVAILABLE}, 2, 5, 0)`,
  `INSERT INTO ledger_lot_use (transfer_id, lot_id, amount) VALUES (3, 1, 30), (4, 1, 28), (4, 2, 2), (5, 1, -28), (5, 2, -2), (6, 1, 28), (6, 2, 5)`,
];
