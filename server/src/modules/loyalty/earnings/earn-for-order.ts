import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { Ledger } from '../../ledger/index.js';
import { earnedFor } from '../domain/earnings.js';
import { ProgramRules } from '../program/program-rules.js';
import { OrderEarnings } from './order-earnings.repository.js';
import { Savings, type Saving } from './savings.js';

export interface PaidOrder {
  readonly orderId: number;
  readonly brandId: number;
  readonly programId: number;
  readonly memberId: number;
  readonly paidFen: number;
  /** What each rule took off the list price. */
  readonly savings: readonly Saving[];
}

/** Gives the points and growth that a paid order earns, and remembers what the member saved. Once per order. */
@Injectable()
export class EarnForOrder {
  constructor(
    private readonly rules: ProgramRules,
    private readonly earnings: OrderEarnings,
    private readonly savings: Savings,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, order: PaidOrder): Promise<void> {
    const rule = await this.rules.earnRule(order.programId);
    const points = earnedFor(order.paidFen, rule?.pointsPerYuanBp ?? 0);
    const growth = earnedFor(order.paidFen, rule?.growthPerYuanBp ?? 0);
    try {
      await this.earnings.add(tx, {
        ...order,
        earnRuleId: rule?.id ?? null,
        points,
        growth,
        at: this.clock.now(),
      });
    } catch (error) {
      if (isDuplicateKey(error)) {
        return;
      }
      throw error;
    }
    const owner = { memberId: order.memberId, programId: order.programId };
    const cause = { kind: 'order.paid', id: order.orderId } as const;
    if (points > 0) {
      await this.ledger.earn(tx, {
        owner,
        unit: 'points',
        amount: points,
        cause: { ...cause, text: '消费获得积分' },
      });
    }
    if (growth > 0) {
      await this.ledger.earn(tx, {
        owner,
        unit: 'growth',
        amount: growth,
        cause: { ...cause, text: '消费获得成长值' },
      });
    }
    await this.savings.add(tx, { ...order, cause }, order.savings);
  }
}
