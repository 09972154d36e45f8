import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { rowPlaceholders, type Reader, type SqlValue, type Tx } from '../../../platform/database/index.js';
import type { CauseRef } from '../../ledger/index.js';
import { takenBackInAll } from '../domain/earnings.js';
import type { OrderEarning } from './order-earnings.repository.js';

/** What one rule saved a member. */
export interface Saving {
  /** The rule's name, such as `member-price`. */
  readonly rule: string;
  readonly amountFen: number;
}

interface SavingsCause {
  readonly memberId: number;
  readonly brandId: number;
  readonly orderId: number;
  readonly cause: CauseRef;
}

/** What being a member was worth in money: every discount by the rule that gave it. */
@Injectable()
export class Savings {
  constructor(private readonly clock: Clock) {}

  async total(reader: Reader, memberId: number, brandId: number): Promise<number> {
    const row = await reader.one<{ total: number }>(
      `SELECT CAST(COALESCE(SUM(amount_fen), 0) AS SIGNED) AS total FROM member_saving
        WHERE member_id = ? AND brand_id = ?`,
      [memberId, brandId],
    );
    return row?.total ?? 0;
  }

  async add(
    tx: Tx,
    { memberId, brandId, orderId, cause }: SavingsCause,
    savings: readonly Saving[],
  ): Promise<void> {
    const rows = savings.filter(({ amountFen }) => amountFen !== 0);
    if (rows.length === 0) {
      return;
    }
    const day = this.clock.businessDay();
    const now = this.clock.now();
    await tx.execute(
      `INSERT INTO member_saving (member_id, brand_id, order_id, cause_kind, cause_id, rule, amount_fen, business_day, at)
       VALUES ${rowPlaceholders(rows.length, 9)}`,
      rows.flatMap(({ rule, amountFen }): SqlValue[] => [
        memberId,
        brandId,
        orderId,
        cause.kind,
        cause.id,
        rule,
        amountFen,
        day,
        now,
      ]),
    );
  }

  /** Only while the order's earning is locked: what is left of each saving decides what is taken. */
  async takeBack(
    tx: Tx,
    { memberId, brandId, orderId, paidFen }: OrderEarning,
    refund: { id: number; totalRefundedFen: number },
  ): Promise<void> {
    const rows = await tx.query<{ rule: string; whole: number; takenBack: number }>(
      `SELECT rule, CAST(SUM(GREATEST(amount_fen, 0)) AS SIGNED) AS whole,
              CAST(SUM(GREATEST(-amount_fen, 0)) AS SIGNED) AS takenBack
         FROM member_saving WHERE order_id = ? GROUP BY rule`,
      [orderId],
    );
    const share = { refundedFen: refund.totalRefundedFen, paidFen };
    await this.add(
      tx,
      { memberId, brandId, orderId, cause: { kind: 'order.refunded', id: refund.id } },
      rows.map(({ rule, whole, takenBack }) => ({
        rule,
        amountFen: Math.min(0, takenBack - takenBackInAll(whole, share)),
      })),
    );
  }
}
