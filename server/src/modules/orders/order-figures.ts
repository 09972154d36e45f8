import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/index.js';

export interface Sales {
  readonly orders: number;
  /** Paid and not given back. */
  readonly netFen: number;
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
}
