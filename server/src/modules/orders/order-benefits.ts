import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { Ledger } from '../ledger/index.js';
import { BrandLookup } from '../org/index.js';
import { CouponUses, PromotionUses, type Quote } from '../pricing/index.js';
import { OrdersRepository, type OrderRow } from './orders.repository.js';

export interface BenefitsHeld {
  readonly orderId: number;
  readonly memberId: number;
  readonly brandId: number;
  readonly couponId: number | null;
  readonly quote: Quote;
}

/** What an order takes besides goods and money: a coupon, points, and shares of limited offers. */
@Injectable()
export class OrderBenefits {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly coupons: CouponUses,
    private readonly promotions: PromotionUses,
    private readonly ledger: Ledger,
    private readonly brands: BrandLookup,
  ) {}

  /** @throws Refusal `coupon_not_available`, `not_enough_points`, `promotion_limit_reached` */
  async hold(tx: Tx, { orderId, memberId, brandId, couponId, quote }: BenefitsHeld): Promise<void> {
    if (couponId !== null) {
      await this.coupons.lock(tx, { couponId, memberId, orderId });
    }
    if (quote.points > 0) {
      const { name, programId } = await this.brands.get(brandId);
      await this.ledger.spend(tx, {
        owner: { memberId, programId },
        unit: 'points',
        amount: quote.points,
        cause: { kind: 'order.points', id: orderId, text: `${name} 下单抵扣` },
      });
    }
    await this.promotions.hold(tx, { orderId, memberId }, quote.promoted);
  }

  /** The order is paid: nobody takes the coupon out of it any more. */
  async use(tx: Tx, { id, steps }: OrderRow, paidFen: number): Promise<void> {
    if (steps.some(({ rule }) => rule === 'coupon')) {
      await this.coupons.use(tx, id, paidFen);
    }
  }

  /** Refunded whole; as long as something of it is left it keeps them. Points come back with each part's money. */
  async giveBackRefunded(tx: Tx, orderId: number): Promise<void> {
    const order = await this.orders.lock(tx, orderId);
    if (order?.status === 'refunded') {
      await this.coupons.giveBackRefunded(tx, orderId);
      await this.promotions.release(tx, orderId);
    }
  }

  /** The order died unpaid. Only for who has just closed it. */
  async giveBack(tx: Tx, order: OrderRow): Promise<void> {
    await this.coupons.giveBack(tx, order.id);
    if (order.points > 0) {
      const { programId } = await this.brands.get(order.brandId);
      await this.ledger.giveBack(tx, {
        owner: { memberId: order.memberId, programId },
        unit: 'points',
        spending: { kind: 'order.points', id: order.id },
        total: order.points,
        cause: { kind: 'order.closed', id: order.id, text: '订单关闭，退回积分' },
      });
    }
    await this.promotions.release(tx, order.id);
  }
}
