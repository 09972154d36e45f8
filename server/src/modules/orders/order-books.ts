import { Injectable } from '@nestjs/common';
import type { FulfilmentKind, OrderStatus } from '@regulars/shared';
import { placeholders, type Reader } from '../../platform/database/index.js';
import { OrderDiscountsRepository, type OrderDiscountRow } from './order-discounts.repository.js';

/** An order as accountants see it. */
export interface BookedOrder {
  readonly id: number;
  readonly outTradeNo: string;
  readonly businessDay: string;
  readonly status: OrderStatus;
  readonly fulfilment: FulfilmentKind;
  readonly goodsFen: number;
  readonly discountFen: number;
  readonly freightFen: number;
  readonly payFen: number;
  readonly paidFen: number;
  readonly refundedFen: number;
  /** Spent on it. */
  readonly points: number;
  readonly createdAt: Date;
  readonly paidAt: Date | null;
}

/** What reconciliation and finance ask of orders. */
@Injectable()
export class OrderBooks {
  constructor(private readonly discounts: OrderDiscountsRepository) {}

  /** The orders placed on a business day; read from the index alone, so that a whole day of numbers is little. */
  async idsOfDay(reader: Reader, brandId: number, day: string): Promise<number[]> {
    const rows = await reader.query<{ id: number }>(
      'SELECT id FROM customer_order WHERE brand_id = ? AND business_day = ? ORDER BY id',
      [brandId, day],
    );
    return rows.map(({ id }) => id);
  }

  of(reader: Reader, orderIds: readonly number[]): Promise<BookedOrder[]> {
    return orderIds.length === 0
      ? Promise.resolve([])
      : reader.query<BookedOrder>(
          `SELECT id, out_trade_no AS outTradeNo, business_day AS businessDay, status, fulfilment, goods_fen AS goodsFen,
                  discount_fen AS discountFen, freight_fen AS freightFen, pay_fen AS payFen, paid_fen AS paidFen,
                  refunded_fen AS refundedFen, points, created_at AS createdAt, paid_at AS paidAt
             FROM customer_order WHERE id IN (${placeholders(orderIds.length)}) ORDER BY id`,
          [...orderIds],
        );
  }

  discountsOf(reader: Reader, orderIds: readonly number[]): Promise<OrderDiscountRow[]> {
    return this.discounts.ofOrders(reader, orderIds);
  }
}
