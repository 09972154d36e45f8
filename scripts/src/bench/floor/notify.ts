import { createDecipheriv, createPublicKey, randomInt, verify, type KeyObject } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { FloorDatabase, FloorTransaction } from './database.js';
import type { Facts } from './facts.js';
import { Refused } from './refused.js';

const TAG_BYTES = 16;
const WINDOW_SECONDS = 300;

interface Envelope {
  id: string;
  event_type: string;
  resource: { nonce: string; associated_data: string; ciphertext: string };
}

interface Transaction {
  out_trade_no: string;
  transaction_id: string;
  trade_state: string;
  success_time: string;
  amount: { total: number };
}

interface OrderRow {
  id: number;
  brandId: number;
  memberId: number;
  storeId: number;
  payFen: number;
  status: string;
  steps: string;
}

/** Verifies, decrypts, and makes the order paid. */
export class Notifications {
  private readonly publicKey: KeyObject;
  private readonly apiV3Key: Buffer;

  constructor(
    private readonly database: FloorDatabase,
    private readonly facts: Facts,
    keys: { publicKey: string; apiV3Key: string },
  ) {
    this.publicKey = createPublicKey(keys.publicKey);
    this.apiV3Key = Buffer.from(keys.apiV3Key);
  }

  async receive(headers: IncomingHttpHeaders, body: Buffer): Promise<void> {
    this.check(headers, body);
    const text = body.toString('utf8');
    const envelope = JSON.parse(text) as Envelope;
    const paid = JSON.parse(this.open(envelope.resource)) as Transaction;
    await this.database.transaction((tx) => this.book(tx, envelope, text, paid));
  }

  private check(headers: IncomingHttpHeaders, body: Buffer): void {
    const timestamp = String(headers['wechatpay-timestamp']);
    const signature = Buffer.from(String(headers['wechatpay-signature']), 'base64');
    const message = Buffer.concat([
      Buffer.from(`${timestamp}\n${String(headers['wechatpay-nonce'])}\n`),
      body,
      Buffer.from('\n'),
    ]);
    const current = Math.abs(Date.now() / 1000 - Number(timestamp)) <= WINDOW_SECONDS;
    if (!current || !verify('sha256', message, this.publicKey, signature)) {
      throw new Refused(401, 'Not from WeChat');
    }
  }

  private open({ nonce, associated_data: data, ciphertext }: Envelope['resource']): string {
    const bytes = Buffer.from(ciphertext, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.apiV3Key, Buffer.from(nonce))
      .setAAD(Buffer.from(data))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  }

  private async book(
    tx: FloorTransaction,
    envelope: Envelope,
    text: string,
    paid: Transaction,
  ): Promise<void> {
    const now = new Date();
    const paidAt = new Date(paid.success_time);
    await tx.write(
      `INSERT INTO received_callback (source, notification_id, event_type, raw_body, status, received_at, processed_at)
       VALUES ('wechat-pay', ?, ?, ?, 'processed', ?, ?)`,
      [envelope.id, envelope.event_type, text, now, now],
    );
    const [payment] = await tx.rows<{ id: number; orderId: number; amountFen: number; status: string }>(
      `SELECT id, order_id AS orderId, amount_fen AS amountFen, status FROM payment
        WHERE out_trade_no = ? FOR UPDATE`,
      [paid.out_trade_no],
    );
    if (
      payment?.status !== 'open' ||
      paid.trade_state !== 'SUCCESS' ||
      payment.amountFen !== paid.amount.total
    ) {
      throw new Refused(409, 'No such payment');
    }
    const [order] = await tx.rows<OrderRow>(
      `SELECT id, brand_id AS brandId, member_id AS memberId, store_id AS storeId, pay_fen AS payFen, status, steps
         FROM customer_order WHERE id = ? FOR UPDATE`,
      [payment.orderId],
    );
    if (order?.status !== 'pending_payment') {
      throw new Refused(409, 'No such order');
    }
    await this.pay(tx, order, paidAt, now);
    await tx.write("UPDATE payment SET status = 'paid', transaction_id = ?, paid_at = ? WHERE id = ?", [
      paid.transaction_id,
      paidAt,
      payment.id,
    ]);
  }

  private async pay(tx: FloorTransaction, order: OrderRow, paidAt: Date, now: Date): Promise<void> {
    await tx.write(
      "UPDATE customer_order SET status = 'paid', paid_fen = ?, paid_at = ?, pickup_code = ? WHERE id = ?",
      [order.payFen, paidAt, pickupCode(), order.id],
    );
    await tx.write(
      "INSERT INTO order_event (order_id, at, status, actor, note) VALUES (?, ?, 'paid', 'system', ?)",
      [order.id, now, '付款成功，请到店出示取货码'],
    );
    const { steps, payFen: paidFen, id: orderId, brandId, memberId, storeId } = order;
    const event = { orderId, brandId, programId: this.facts.programId, memberId, storeId, paidFen };
    await tx.write(
      `INSERT INTO job (kind, payload, available_at, created_at) VALUES ('loyalty.earn-for-order', ?, ?, ?)`,
      [JSON.stringify({ ...event, steps: JSON.parse(steps) as object[] }), now, now],
    );
    await this.take(tx, orderId, now);
  }

  private async take(tx: FloorTransaction, orderId: number, now: Date): Promise<void> {
    await tx.write(
      `INSERT INTO stock_movement (sku_id, store_id, quantity, kind, cause_key, at)
       SELECT sku_id, store_id, -quantity, 'sale', CONCAT('order:', order_id, ':sale:', sku_id), ?
         FROM stock_reservation WHERE order_id = ? AND state = 'held' ORDER BY sku_id`,
      [now, orderId],
    );
    await tx.write(
      `UPDATE stock_reservation held JOIN stock ON stock.sku_id = held.sku_id AND stock.store_id = held.store_id
          SET stock.on_hand = stock.on_hand - held.quantity, stock.reserved = stock.reserved - held.quantity,
              held.state = 'taken', held.ended_at = ?
        WHERE held.order_id = ? AND held.state = 'held'`,
      [now, orderId],
    );
  }
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const pickupCode = (): string => Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
