import { Injectable } from '@nestjs/common';
import { placeholders, type Reader } from '../../platform/database/index.js';

export interface Sales {
  readonly orders: number;
  /** Paid and not given back. */
  readonly netFen: number;
}

/** A line of an order that somebody paid for and kept. */
export interface Purchase {
  readonly memberId: number;
  readonly orderId: number;
  readonly businessDay: string;
  /** Of the whole order: paid and not given back. */
  readonly netFen: number;
  readonly productId: number;
  readonly skuId: number;
}

/** An order counts when it was paid; by the business day on which it was placed. */
const PAID = "status NOT IN ('pending_payment', 'closed')";

/** What dashboards ask of orders. */
@Injectable()
export class OrderFigures {
  async sales(reader: Reader, brandId: number, day: string): Promise<Sales> {
    const row = await reader.one<Sales>(
      `SELECT COUNT(*) AS orders, CAST(COALESCE(SUM(paid_fen - refunded_fen), 0) AS SIGNED) AS netFen
       FROM customer_order WHERE brand_id = ? AND business_day = ? AND ${PAID}`,
      [brandId, day],
    );
    return row ?? { orders: 0, netFen: 0 };
  }

  /** Goods that reached the customer: picked up or shipped. */
  async handedOver(reader: Reader, brandId: number, since: Date): Promise<number> {
    const row = await reader.one<{ orders: number }>(
      'SELECT COUNT(*) AS orders FROM customer_order WHERE brand_id = ? AND handed_over_at >= ?',
      [brandId, since],
    );
    return row?.orders ?? 0;
  }

  /** Who bought on these business days, both included. */
  async buyers(reader: Reader, brandId: number, fromDay: string, toDay: string): Promise<number[]> {
    const rows = await reader.query<{ memberId: number }>(
      `SELECT DISTINCT member_id AS memberId FROM customer_order
       WHERE brand_id = ? AND business_day BETWEEN ? AND ? AND ${PAID}`,
      [brandId, fromDay, toDay],
    );
    return rows.map(({ memberId }) => memberId);
  }

  /** What these members bought of the brand and did not give back, line by line. */
  async purchases(reader: Reader, brandId: number, memberIds: readonly number[]): Promise<Purchase[]> {
    return memberIds.length === 0
      ? []
      : reader.query<Purchase>(
          `SELECT o.member_id AS memberId, o.id AS orderId, o.business_day AS businessDay,
                  o.paid_fen - o.refunded_fen AS netFen, l.product_id AS productId, l.sku_id AS skuId
             FROM customer_order o JOIN order_line l ON l.order_id = o.id
            WHERE o.brand_id = ? AND o.member_id IN (${placeholders(memberIds.length)})
              AND o.${PAID} AND o.status <> 'refunded' AND l.refunded_quantity < l.quantity`,
          [brandId, ...memberIds],
        );
  }

  /** What is on an order, given back or not. */
  linesOf(reader: Reader, orderId: number): Promise<Pick<Purchase, 'businessDay' | 'productId' | 'skuId'>[]> {
    return reader.query(
      `SELECT o.business_day AS businessDay, l.product_id AS productId, l.sku_id AS skuId
         FROM customer_order o JOIN order_line l ON l.order_id = o.id WHERE o.id = ?`,
      [orderId],
    );
  }
}
