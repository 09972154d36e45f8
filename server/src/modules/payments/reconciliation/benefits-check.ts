import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { LedgerStatements } from '../../ledger/index.js';
import { EarningsLookup } from '../../loyalty/index.js';
import { OrderBooks, type BookedOrder } from '../../orders/index.js';
import { CouponBooks } from '../../pricing/index.js';
import { judgeBenefits } from './domain/benefits.js';
import type { Finding } from './domain/judge.js';
import type { TradedOrder } from './our-books.repository.js';

const ORDERS_AT_ONCE = 500;

/** The third way of the match: what else changed hands with the money of these orders. */
@Injectable()
export class BenefitsCheck {
  constructor(
    private readonly orders: OrderBooks,
    private readonly coupons: CouponBooks,
    private readonly earnings: EarningsLookup,
    private readonly statements: LedgerStatements,
  ) {}

  async find(reader: Reader, orders: readonly TradedOrder[]): Promise<Finding[]> {
    const found: Finding[] = [];
    for (let at = 0; at < orders.length; at += ORDERS_AT_ONCE) {
      found.push(...(await this.findSome(reader, orders.slice(at, at + ORDERS_AT_ONCE))));
    }
    return found;
  }

  private async findSome(reader: Reader, traded: readonly TradedOrder[]): Promise<Finding[]> {
    const ids = traded.map(({ orderId }) => orderId);
    const orders = new Map((await this.orders.of(reader, ids)).map((order) => [order.id, order]));
    const discounts = await this.orders.discountsOf(reader, ids);
    const coupons = await this.coupons.ofOrders(reader, ids);
    const earnings = await this.earnings.check(reader, traded);
    const spendings = await this.statements.booked(reader, 'order.points', 'points', ids);
    return traded.flatMap((each) => {
      const order: BookedOrder | undefined = orders.get(each.orderId);
      return judgeBenefits(each, {
        paidFen: order?.paidFen ?? 0,
        refundedFen: each.refundedFen,
        discountFen: order?.discountFen ?? 0,
        discounts: discounts.filter(({ orderId }) => orderId === each.orderId),
        spentPoints: order?.points ?? 0,
        bookedSpending: spendings.find(({ causeId }) => causeId === each.orderId)?.amount ?? 0,
        earning: earnings.find(({ orderId }) => orderId === each.orderId),
        coupons: coupons.filter(({ orderId }) => orderId === each.orderId).map(({ state }) => state),
      });
    });
  }
}
