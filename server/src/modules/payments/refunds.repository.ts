import { Injectable } from '@nestjs/common';
import type { RefundStatus } from '@regulars/shared';
import { Clock } from '../../platform/clock/index.js';
import { placeholders, type Reader, type Tx } from '../../platform/database/index.js';

export type RefundKind = 'order' | 'stray';

export interface Refund {
  readonly id: number;
  readonly paymentId: number;
  readonly orderId: number;
  readonly kind: RefundKind;
  readonly cause: string;
  readonly attempt: number;
  readonly outRefundNo: string;
  readonly transactionId: string;
  readonly amountFen: number;
  /** What the transaction was paid, of which `amountFen` is given back. */
  readonly totalFen: number;
  readonly reason: string;
  readonly status: RefundStatus;
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly succeededAt: Date | null;
}

export type NewRefund = Omit<Refund, 'id' | 'status' | 'failure' | 'createdAt' | 'succeededAt'>;

export interface RefundProgress {
  readonly status: RefundStatus;
  readonly failure: string | null;
  readonly refundId: string | null;
  readonly receivedBy: string | null;
  readonly succeededAt: Date | null;
}

const COLUMNS = `id, payment_id AS paymentId, order_id AS orderId, kind, cause, attempt, out_refund_no AS outRefundNo,
  transaction_id AS transactionId, amount_fen AS amountFen, total_fen AS totalFen, reason, status, failure,
  created_at AS createdAt, succeeded_at AS succeededAt`;

/** All SQL of refunds. */
@Injectable()
export class RefundsRepository {
  constructor(private readonly clock: Clock) {}

  byId(reader: Reader, refundId: number): Promise<Refund | undefined> {
    return reader.one<Refund>(`SELECT ${COLUMNS} FROM refund WHERE id = ?`, [refundId]);
  }

  lockByNumber(tx: Tx, outRefundNo: string): Promise<Refund | undefined> {
    return tx.one<Refund>(`SELECT ${COLUMNS} FROM refund WHERE out_refund_no = ? FOR UPDATE`, [outRefundNo]);
  }

  latestOfCause(reader: Reader, cause: string): Promise<Refund | undefined> {
    return reader.one<Refund>(`SELECT ${COLUMNS} FROM refund WHERE cause = ? ORDER BY attempt DESC LIMIT 1`, [
      cause,
    ]);
  }

  ofOrders(reader: Reader, orderIds: readonly number[]): Promise<Refund[]> {
    return reader.query<Refund>(
      `SELECT ${COLUMNS} FROM refund WHERE order_id IN (${placeholders(orderIds.length)}) ORDER BY id`,
      [...orderIds],
    );
  }

  /** What is given back of a transaction or on its way. */
  async liveFen(reader: Reader, paymentId: number, transactionId: string): Promise<number> {
    const row = await reader.one<{ fen: number | null }>(
      `SELECT CAST(SUM(amount_fen) AS SIGNED) AS fen FROM refund
        WHERE payment_id = ? AND transaction_id = ? AND status <> 'failed'`,
      [paymentId, transactionId],
    );
    return row?.fen ?? 0;
  }

  async add(tx: Tx, refund: NewRefund): Promise<number> {
    const now = this.clock.now();
    const { insertId } = await tx.execute(
      `INSERT INTO refund (payment_id, order_id, kind, cause, attempt, out_refund_no, transaction_id, amount_fen,
         total_fen, reason, created_at, updated_at)
       VALUES (${placeholders(12)})`,
      [
        refund.paymentId,
        refund.orderId,
        refund.kind,
        refund.cause,
        refund.attempt,
        refund.outRefundNo,
        refund.transactionId,
        refund.amountFen,
        refund.totalFen,
        refund.reason,
        now,
        now,
      ],
    );
    return insertId;
  }

  /** Under the lock of {@link lockByNumber}, from the status seen there. */
  async move(tx: Tx, refund: Refund, to: RefundProgress): Promise<void> {
    const { affectedRows } = await tx.execute(
      `UPDATE refund SET status = ?, failure = ?, refund_id = ?, received_by = ?, succeeded_at = ?, updated_at = ?
        WHERE id = ? AND status = ?`,
      [
        to.status,
        to.failure,
        to.refundId,
        to.receivedBy,
        to.succeededAt,
        this.clock.now(),
        refund.id,
        refund.status,
      ],
    );
    if (affectedRows !== 1) {
      throw new Error(`Refund ${refund.id} was locked and still changed`);
    }
  }
}
