import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { CAUSE_TEXT_MAX, Ledger, type Unit } from '../../ledger/index.js';
import { earnedFor } from '../domain/earnings.js';
import { ProgramRules } from '../program/program-rules.js';
import { GiveRewards, type Given } from '../rules/give-rewards.js';
import { PointsTermsLookup } from '../terms/points-terms-lookup.js';
import { OrderEarnings } from './order-earnings.repository.js';
import { Savings, type Saving } from './savings.js';

export interface PaidOrder {
  readonly orderId: number;
  readonly brandId: number;
  readonly programId: number;
  readonly memberId: number;
  readonly paidFen: number;
  readonly storeId?: number;
  /** What was paid for each product. */
  readonly lines?: readonly { readonly productId: number; readonly fen: number }[];
  /** What each rule took off the list price. */
  readonly savings: readonly Saving[];
}

/**
 * Gives the points and growth that a paid order earns, and remembers what the member saved. Once per order. The
 * points wait until the order can no longer be handed back.
 */
@Injectable()
export class EarnForOrder {
  constructor(
    private readonly rules: ProgramRules,
    private readonly rewards: GiveRewards,
    private readonly terms: PointsTermsLookup,
    private readonly earnings: OrderEarnings,
    private readonly savings: Savings,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, order: PaidOrder): Promise<void> {
    const owner = { memberId: order.memberId, programId: order.programId };
    // One order of a member after the other: which is the first, and what is left under a cap, depends on it.
    await this.ledger.hold(tx, owner, 'points');
    if (await this.earnings.lock(tx, order.orderId)) {
      return;
    }
    const rule = await this.rules.earnRule(order.programId);
    const given = await this.decide(tx, order);
    const points = earnedFor(order.paidFen, rule?.pointsPerYuanBp ?? 0) + given.points;
    const growth = earnedFor(order.paidFen, rule?.growthPerYuanBp ?? 0) + given.growth;
    const at = this.clock.now();
    await this.earnings.add(tx, { ...order, earnRuleId: rule?.id ?? null, points, growth, at });
    const cause = { kind: 'order.paid', id: order.orderId } as const;
    if (points > 0) {
      await this.ledger.earn(tx, {
        owner,
        unit: 'points',
        amount: points,
        ...(await this.terms.lifeOfPurchase(order.brandId)),
        cause: { ...cause, text: textOf('消费获得积分', given, 'points') },
      });
    }
    if (growth > 0) {
      await this.ledger.earn(tx, {
        owner,
        unit: 'growth',
        amount: growth,
        cause: { ...cause, text: textOf('消费获得成长值', given, 'growth') },
      });
    }
    await this.savings.add(tx, { ...order, cause }, order.savings);
  }

  private async decide(
    tx: Tx,
    { orderId, brandId, memberId, paidFen, storeId, lines = [] }: PaidOrder,
  ): Promise<Given> {
    const products = lines.map(({ productId, fen }) => ({
      productId: toPublicId('product', productId),
      fen,
    }));
    return this.rewards.decide(tx, {
      trigger: 'order.paid',
      brandId,
      memberId,
      key: `order:${orderId}`,
      lines: products,
      facts: {
        paidFen,
        orderNumber: (await this.earnings.countOf(tx, memberId, brandId)) + 1,
        productIds: [...new Set(products.map(({ productId }) => productId))],
        ...(storeId === undefined ? {} : { storeId: toPublicId('store', storeId) }),
      },
    });
  }
}

/** Every rule that gave something is named. */
function textOf(text: string, { awards }: Given, unit: Unit): string {
  const names = awards.filter(({ rule }) => rule.unit === unit).map(({ rule }) => rule.name);
  return names.length === 0 ? text : `${text}（含${names.join('、')}）`.slice(0, CAUSE_TEXT_MAX);
}
