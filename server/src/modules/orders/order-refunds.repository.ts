import { Injectable } from '@nestjs/common';
import { rowPlaceholders, type Reader, type SqlValue, type Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import type { StockLine } from '../inventory/index.js';
import type { LineRefund, RefundPlan } from './domain/refund-plan.js';
import type { OrderActor } from './orders.repository.js';

export interface OrderRefundRow {
  readonly id: number;
  readonly orderId: number;
  readonly status: 'begun' | 'done';
  readonly amountFen: number;
  readonly freightFen: number;
  readonly points: number;
  readonly actor: OrderActor;
  readonly reason: string;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
}

const COLUMNS = `id, order_id AS orderId, status, amount_fen AS amountFen, freight_fen AS freightFen, points, actor,
  reason, created_at AS createdAt, done_at AS doneAt`;

/** All SQL of what is given back of orders. The order is locked by the caller. */
@Injectable()
export class OrderRefundsRepository {
  /** @throws Refusal `refund_exceeds_paid` when somebody was faster */
  async begin(
    tx: Tx,
    refund: Pick<OrderRefundRow, 'orderId' | 'actor' | 'reason'> & { readonly at: Date },
    plan: RefundPlan,
  ): Promise<number> {
    for (const line of plan.lines) {
      await this.claim(tx, refund.orderId, line);
    }
    const { insertId } = await tx.execute(
      `INSERT INTO order_refund (order_id, status, amount_fen, freight_fen, points, actor, reason, created_at)
       VALUES (?, 'begun', ?, ?, ?, ?, ?, ?)`,
      [refund.orderId, plan.amountFen, plan.freightFen, plan.points, refund.actor, refund.reason, refund.at],
    );
    await tx.execute(
      `INSERT INTO order_refund_line (order_refund_id, order_line_id, quantity, unsent_quantity, amount_fen, points)
       VALUES ${rowPlaceholders(plan.lines.length, 6)}`,
      plan.lines.flatMap((line): SqlValue[] => [
        insertId,
        line.lineId,
        line.quantity,
        line.unsentQuantity,
        line.amountFen,
        line.points,
      ]),
    );
    return insertId;
  }

  /** False when it was done already. */
  async finish(tx: Tx, id: number, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      "UPDATE order_refund SET status = 'done', done_at = ? WHERE id = ? AND status = 'begun'",
      [at, id],
    );
    return affectedRows === 1;
  }

  async find(reader: Reader, id: number): Promise<OrderRefundRow | undefined> {
    return (await this.many(reader, 'id = ?', [id]))[0];
  }

  ofOrder(reader: Reader, orderId: number): Promise<OrderRefundRow[]> {
    return this.many(reader, 'order_id = ? ORDER BY id', [orderId]);
  }

  /** The pieces that never left, summed by SKU. */
  unsentPieces(reader: Reader, id: number): Promise<StockLine[]> {
    return reader.query<StockLine>(
      `SELECT order_line.sku_id AS skuId, CAST(SUM(refund_line.unsent_quantity) AS SIGNED) AS quantity
         FROM order_refund_line refund_line JOIN order_line ON order_line.id = refund_line.order_line_id
        WHERE refund_line.order_refund_id = ? AND refund_line.unsent_quantity > 0 GROUP BY order_line.sku_id`,
      [id],
    );
  }

  private async claim(tx: Tx, orderId: number, line: LineRefund): Promise<void> {
    const { quantity, unsentQuantity, amountFen, points } = line;
    const { affectedRows } = await tx.execute(
      `UPDATE order_line
          SET refunded_quantity = refunded_quantity + ?, refunded_fen = refunded_fen + ?, refunded_points = refunded_points + ?,
              cancelled_quantity = cancelled_quantity + ?
        WHERE id = ? AND order_id = ? AND refunded_quantity + ? <= quantity AND refunded_fen + ? <= total_fen
          AND refunded_points + ? <= points AND shipped_quantity + cancelled_quantity + ? <= quantity`,
      [
        ...[quantity, amountFen, points, unsentQuantity],
        ...[line.lineId, orderId],
        ...[quantity, amountFen, points, unsentQuantity],
      ],
    );
    if (affectedRows !== 1) {
      throw new Refusal('refund_exceeds_paid');
    }
  }

  private many(reader: Reader, condition: string, params: readonly SqlValue[]): Promise<OrderRefundRow[]> {
    return reader.query<OrderRefundRow>(`SELECT ${COLUMNS} FROM order_refund WHERE ${condition}`, params);
  }
}
