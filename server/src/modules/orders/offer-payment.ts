import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, notFound } from '../../platform/http/index.js';
import { BrandLookup } from '../org/index.js';
import { OrdersRepository } from './orders.repository.js';

export interface Payable {
  readonly orderId: number;
  readonly outTradeNo: string;
  readonly payFen: number;
  /** What the customer reads in WeChat's bill. */
  readonly description: string;
  readonly expiresAt: Date;
}

/** Says what there is to pay, and holds the order so that nobody closes it meanwhile. */
@Injectable()
export class OfferPayment {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly brands: BrandLookup,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found` when it is another member's, `order_not_payable` */
  async execute(tx: Tx, orderId: number, memberId: number): Promise<Payable> {
    const order = await this.orders.lock(tx, orderId);
    if (order?.memberId !== memberId) {
      throw notFound();
    }
    if (order.status !== 'pending_payment' || order.expiresAt <= this.clock.now()) {
      throw new Refusal('order_not_payable');
    }
    const [first, ...others] = await this.orders.lines(tx, [orderId]);
    const { name } = await this.brands.get(order.brandId);
    const more = others.length === 0 ? '' : ` 等 ${others.length + 1} 种`;
    return {
      orderId,
      outTradeNo: order.outTradeNo,
      payFen: order.payFen,
      description: `${name} ${first?.name ?? ''}${more}`,
      expiresAt: order.expiresAt,
    };
  }

  /** Holds the order in whatever state it is. */
  async hold(tx: Tx, orderId: number): Promise<void> {
    await this.orders.lock(tx, orderId);
  }
}
