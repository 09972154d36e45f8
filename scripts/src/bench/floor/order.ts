import { createHash, randomInt } from 'node:crypto';
import { businessDayOf } from '@regulars/server/platform/clock/business-day';
import { toPublicId } from '@regulars/server/platform/ids/public-id';
import { priceCart, type Cart, type CartBody } from './cart.js';
import { marks, type FloorDatabase, type FloorTransaction, type Value } from './database.js';
import type { Facts } from './facts.js';
import { Refused } from './refused.js';
import type { Caller } from './session.js';

const PAY_WITHIN_MS = 15 * 60_000;
const UNPAID_MAX = 20;

export type OrderBody = CartBody & { readonly expectedPayFen: number };

/** The rows of an order in one transaction, the contended ones last. */
export function placeOrder(
  database: FloorDatabase,
  facts: Facts,
  { memberId }: Caller,
  key: string,
  body: OrderBody,
): Promise<object> {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return database.transaction(async (tx) => {
    const now = new Date();
    await tx.write(
      "INSERT INTO idempotency_key (actor, idem_key, request_hash, answer, created_at) VALUES (?, ?, ?, '', ?)",
      [`member:${memberId}`, key, hash, now],
    );
    const cart = await priceCart((sql, values) => tx.rows(sql, values), facts, memberId, body);
    if (cart.payFen !== body.expectedPayFen) {
      throw new Refused(409, 'The price has changed');
    }
    const [unpaid] = await tx.rows<{ count: number }>(
      "SELECT COUNT(*) AS count FROM customer_order WHERE member_id = ? AND status = 'pending_payment'",
      [memberId],
    );
    if ((unpaid?.count ?? 0) >= UNPAID_MAX) {
      throw new Refused(409, 'Too many unpaid orders');
    }
    const answer = await write(tx, memberId, cart, now);
    await tx.write('UPDATE idempotency_key SET answer = ? WHERE actor = ? AND idem_key = ?', [
      JSON.stringify(answer),
      `member:${memberId}`,
      key,
    ]);
    return answer;
  });
}

async function write(tx: FloorTransaction, memberId: number, cart: Cart, now: Date): Promise<object> {
  const businessDay = businessDayOf(now);
  const outTradeNo = businessDay.replaceAll('-', '') + digits(9) + digits(9);
  const expiresAt = new Date(now.getTime() + PAY_WITHIN_MS);
  const { insertId: orderId } = await tx.write(
    `INSERT INTO customer_order (out_trade_no, brand_id, member_id, store_id, fulfilment, address, status, goods_fen,
       discount_fen, freight_fen, pay_fen, steps, note, business_day, created_at, expires_at)
     VALUES (?, ?, ?, ?, 'pickup', NULL, 'pending_payment', ?, ?, 0, ?, ?, '', ?, ?, ?)`,
    [
      outTradeNo,
      cart.brandId,
      memberId,
      cart.storeId,
      cart.goodsFen,
      cart.discountFen,
      cart.payFen,
      JSON.stringify(cart.steps),
      businessDay,
      now,
      expiresAt,
    ],
  );
  await tx.write(
    `INSERT INTO order_line (order_id, sku_id, product_id, name, picture_url, quantity, list_fen, total_fen)
     VALUES ${rows(cart.lines.length, 8)}`,
    cart.lines.flatMap((line): Value[] => [
      orderId,
      line.skuId,
      line.productId,
      line.title,
      line.pictureUrl,
      line.quantity,
      line.listFen,
      line.totalFen,
    ]),
  );
  await tx.write(
    `INSERT INTO job (kind, dedupe_key, payload, available_at, request_id, created_at)
     VALUES ('orders.close-unpaid', ?, ?, ?, NULL, ?)`,
    [`order:${orderId}`, JSON.stringify({ orderId }), expiresAt, now],
  );
  const sorted = [...cart.lines].sort((a, b) => a.skuId - b.skuId);
  await tx.write(
    `INSERT INTO stock_reservation (order_id, sku_id, store_id, quantity, state, created_at)
     VALUES ${rows(sorted.length, 6)}`,
    sorted.flatMap(({ skuId, quantity }): Value[] => [orderId, skuId, cart.storeId, quantity, 'held', now]),
  );
  const pieces = `CASE sku_id ${sorted.map(() => 'WHEN ? THEN ?').join(' ')} END`;
  const piecesValues = sorted.flatMap(({ skuId, quantity }): Value[] => [skuId, quantity]);
  const { affectedRows } = await tx.write(
    `UPDATE stock SET reserved = reserved + ${pieces}
      WHERE store_id = ? AND sku_id IN (${marks(sorted.length)}) AND on_hand - reserved >= ${pieces}`,
    [...piecesValues, cart.storeId, ...sorted.map(({ skuId }) => skuId), ...piecesValues],
  );
  if (affectedRows !== sorted.length) {
    throw new Refused(409, 'Sold out');
  }
  return { id: toPublicId('order', orderId), outTradeNo, status: 'pending_payment', payFen: cart.payFen };
}

const digits = (count: number): string => String(randomInt(10 ** count)).padStart(count, '0');

const rows = (count: number, columns: number): string =>
  Array<string>(count)
    .fill(`(${Array<string>(columns).fill('?').join(', ')})`)
    .join(', ');
