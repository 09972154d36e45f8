import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import type { Success } from './domain/success.js';

export type PaymentStatus = 'open' | 'paid' | 'closed' | 'returned';

export interface Payment {
  readonly id: number;
  readonly orderId: number;
  readonly outTradeNo: string;
  readonly appId: string;
  readonly mchId: string;
  readonly openid: string;
  readonly amountFen: number;
  readonly description: string;
  readonly status: PaymentStatus;
  readonly prepayId: string | null;
  readonly transactionId: string | null;
  readonly expiresAt: Date;
}

export type NewPayment = Omit<Payment, 'id' | 'status' | 'prepayId' | 'transactionId'>;

const COLUMNS = `id, order_id AS orderId, out_trade_no AS outTradeNo, app_id AS appId, mch_id AS mchId, openid,
  amount_fen AS amountFen, description, status, prepay_id AS prepayId, transaction_id AS transactionId,
  expires_at AS expiresAt`;

/** All SQL of payments. A status moves by condition only, and says whether it moved. */
@Injectable()
export class PaymentsRepository {
  constructor(private readonly clock: Clock) {}

  ofOrder(reader: Reader, orderId: number): Promise<Payment | undefined> {
    return reader.one<Payment>(`SELECT ${COLUMNS} FROM payment WHERE order_id = ?`, [orderId]);
  }

  byOutTradeNo(reader: Reader, outTradeNo: string): Promise<Payment | undefined> {
    return reader.one<Payment>(`SELECT ${COLUMNS} FROM payment WHERE out_trade_no = ?`, [outTradeNo]);
  }

  lockByOutTradeNo(tx: Tx, outTradeNo: string): Promise<Payment | undefined> {
    return tx.one<Payment>(`SELECT ${COLUMNS} FROM payment WHERE out_trade_no = ? FOR UPDATE`, [outTradeNo]);
  }

  lockOfOrder(tx: Tx, orderId: number): Promise<Payment | undefined> {
    return tx.one<Payment>(`SELECT ${COLUMNS} FROM payment WHERE order_id = ? FOR UPDATE`, [orderId]);
  }

  async add(tx: Tx, payment: NewPayment): Promise<Payment> {
    const { insertId } = await tx.execute(
      `INSERT INTO payment (order_id, out_trade_no, app_id, mch_id, openid, amount_fen, description, expires_at, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        payment.orderId,
        payment.outTradeNo,
        payment.appId,
        payment.mchId,
        payment.openid,
        payment.amountFen,
        payment.description,
        payment.expiresAt,
        this.clock.now(),
      ],
    );
    return { ...payment, id: insertId, status: 'open', prepayId: null, transactionId: null };
  }

  /** False when the payment has ended meanwhile. */
  async keepPrepayId(tx: Tx, paymentId: number, prepayId: string): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      "UPDATE payment SET prepay_id = ? WHERE id = ? AND status = 'open'",
      [prepayId, paymentId],
    );
    return affectedRows === 1;
  }

  /** `paid` from open only; `returned` also when WeChat had been asked to take no more money. */
  async succeed(tx: Tx, paymentId: number, to: 'paid' | 'returned', success: Success): Promise<void> {
    const from = to === 'paid' ? "('open')" : "('open', 'closed')";
    const { affectedRows } = await tx.execute(
      `UPDATE payment SET status = ?, transaction_id = ?, paid_at = ? WHERE id = ? AND status IN ${from}`,
      [to, success.transactionId, success.paidAt, paymentId],
    );
    if (affectedRows !== 1) {
      throw new Error(`Payment ${paymentId} was locked and still changed`);
    }
  }

  /** Changes nothing once the payment was made or closed. */
  async close(tx: Tx, paymentId: number): Promise<void> {
    await tx.execute("UPDATE payment SET status = 'closed', closed_at = ? WHERE id = ? AND status = 'open'", [
      this.clock.now(),
      paymentId,
    ]);
  }
}
