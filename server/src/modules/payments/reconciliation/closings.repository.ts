import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import type { DaySums } from './our-books.repository.js';

export interface Closing {
  readonly brandId: number;
  readonly day: string;
  readonly payments: number;
  readonly paidFen: number;
  readonly refunds: number;
  readonly refundedFen: number;
  readonly feeMilliFen: number;
  readonly matchedAt: Date;
  readonly signedBy: number | null;
  readonly signedAt: Date | null;
}

const COLUMNS = `brand_id AS brandId, day, payments, paid_fen AS paidFen, refunds, refunded_fen AS refundedFen,
  fee_milli_fen AS feeMilliFen, matched_at AS matchedAt, signed_by AS signedBy, signed_at AS signedAt`;

/** All SQL of closed and closing days. */
@Injectable()
export class ClosingsRepository {
  constructor(private readonly clock: Clock) {}

  /** First of all that changes a day, so that signing and matching follow one another. */
  async write(tx: Tx, day: string, sums: DaySums): Promise<void> {
    await tx.execute(
      `INSERT INTO closing_day (brand_id, day, payments, paid_fen, refunds, refunded_fen, fee_milli_fen, matched_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE payments = VALUES(payments), paid_fen = VALUES(paid_fen), refunds = VALUES(refunds),
         refunded_fen = VALUES(refunded_fen), fee_milli_fen = VALUES(fee_milli_fen), matched_at = VALUES(matched_at)`,
      [
        sums.brandId,
        day,
        sums.payments,
        sums.paidFen,
        sums.refunds,
        sums.refundedFen,
        sums.feeMilliFen,
        this.clock.now(),
      ],
    );
  }

  ofDay(reader: Reader, brandId: number, day: string): Promise<Closing | undefined> {
    return reader.one<Closing>(`SELECT ${COLUMNS} FROM closing_day WHERE brand_id = ? AND day = ?`, [
      brandId,
      day,
    ]);
  }

  lock(tx: Tx, brandId: number, day: string): Promise<Closing | undefined> {
    return tx.one<Closing>(`SELECT ${COLUMNS} FROM closing_day WHERE brand_id = ? AND day = ? FOR UPDATE`, [
      brandId,
      day,
    ]);
  }

  between(reader: Reader, brandId: number, fromDay: string, toDay: string): Promise<Closing[]> {
    return reader.query<Closing>(
      `SELECT ${COLUMNS} FROM closing_day WHERE brand_id = ? AND day BETWEEN ? AND ? ORDER BY day DESC`,
      [brandId, fromDay, toDay],
    );
  }

  /** Under {@link lock}. */
  async sign(tx: Tx, brandId: number, day: string, adminId: number): Promise<void> {
    await tx.execute(
      'UPDATE closing_day SET signed_by = ?, signed_at = ? WHERE brand_id = ? AND day = ? AND signed_at IS NULL',
      [adminId, this.clock.now(), brandId, day],
    );
  }

  /** Signed days for which differences turned up afterwards are open again. Returns the brands whose day it was. */
  async reopen(tx: Tx, day: string): Promise<number[]> {
    const rows = await tx.query<{ id: number; brandId: number }>(
      `SELECT id, brand_id AS brandId FROM closing_day
        WHERE day = ? AND signed_at IS NOT NULL AND EXISTS (
          SELECT 1 FROM money_difference difference
           WHERE difference.day = closing_day.day AND difference.state = 'open'
             AND (difference.brand_id = closing_day.brand_id OR difference.brand_id IS NULL))`,
      [day],
    );
    for (const { id } of rows) {
      await tx.execute('UPDATE closing_day SET signed_by = NULL, signed_at = NULL WHERE id = ?', [id]);
    }
    return rows.map(({ brandId }) => brandId);
  }
}
