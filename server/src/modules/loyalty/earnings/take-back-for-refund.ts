import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';
import { Ledger, type Unit } from '../../ledger/index.js';
import { takenBackInAll } from '../domain/earnings.js';
import { OrderEarnings, type OrderEarning } from './order-earnings.repository.js';
import { Savings } from './savings.js';

export interface RefundedOrder {
  readonly orderId: number;
  readonly refundId: number;
  /** This refund and all before it. */
  readonly totalRefundedFen: number;
}

const TEXT: Readonly<Record<Unit, string>> = { points: '退款收回积分', growth: '退款收回成长值' };

/**
 * Takes back, pro rata, what an order earned. Each refund brings what was taken to the share of all refunds so far,
 * so refunds may come repeatedly and in any order, and a full refund takes back exactly everything.
 */
@Injectable()
export class TakeBackForRefund {
  constructor(
    private readonly earnings: OrderEarnings,
    private readonly savings: Savings,
    private readonly ledger: Ledger,
  ) {}

  /** @throws when the order's earning isn't booked yet: the refund has overtaken it and must come again. */
  async execute(tx: Tx, refund: RefundedOrder): Promise<void> {
    const earning = await this.earnings.lock(tx, refund.orderId);
    if (!earning) {
      throw new Error(`Order ${refund.orderId} has not earned yet`);
    }
    await this.takeBack(tx, 'points', earning.points, earning, refund);
    await this.takeBack(tx, 'growth', earning.growth, earning, refund);
    await this.savings.takeBack(tx, earning, {
      id: refund.refundId,
      totalRefundedFen: refund.totalRefundedFen,
    });
  }

  private async takeBack(
    tx: Tx,
    unit: Unit,
    earned: number,
    { memberId, programId, paidFen }: OrderEarning,
    { orderId, refundId, totalRefundedFen }: RefundedOrder,
  ): Promise<void> {
    if (earned > 0) {
      await this.ledger.clawBack(tx, {
        owner: { memberId, programId },
        unit,
        earning: { kind: 'order.paid', id: orderId },
        total: takenBackInAll(earned, { refundedFen: totalRefundedFen, paidFen }),
        cause: { kind: 'order.refunded', id: refundId, text: TEXT[unit] },
      });
    }
  }
}
