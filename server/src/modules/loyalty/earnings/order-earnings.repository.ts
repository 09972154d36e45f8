import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';

export interface OrderEarning {
  readonly orderId: number;
  readonly programId: number;
  readonly brandId: number;
  readonly memberId: number;
  readonly earnRuleId: number | null;
  readonly paidFen: number;
  readonly points: number;
  readonly growth: number;
  readonly at: Date;
}

@Injectable()
export class OrderEarnings {
  /** @throws a duplicate key error when the order has earned already. */
  async add(tx: Tx, earning: OrderEarning): Promise<void> {
    await tx.execute(
      `INSERT INTO order_earning (order_id, program_id, brand_id, member_id, earn_rule_id, paid_fen, points, growth, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        earning.orderId,
        earning.programId,
        earning.brandId,
        earning.memberId,
        earning.earnRuleId,
        earning.paidFen,
        earning.points,
        earning.growth,
        earning.at,
      ],
    );
  }

  /** Locked: refunds of one order follow one another. */
  lock(tx: Tx, orderId: number): Promise<OrderEarning | undefined> {
    return tx.one<OrderEarning>(
      `SELECT order_id AS orderId, program_id AS programId, brand_id AS brandId, member_id AS memberId,
              earn_rule_id AS earnRuleId, paid_fen AS paidFen, points, growth, at
         FROM order_earning WHERE order_id = ? FOR UPDATE`,
      [orderId],
    );
  }
}
