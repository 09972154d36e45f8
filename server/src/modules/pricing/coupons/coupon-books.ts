import { Injectable } from '@nestjs/common';
import type { CouponState } from '@regulars/shared';
import { placeholders, type Reader } from '../../../platform/database/index.js';

export interface CouponOfOrder {
  readonly couponId: number;
  readonly orderId: number;
  readonly state: CouponState;
}

/** What reconciliation asks of coupons: which ones these orders hold. */
@Injectable()
export class CouponBooks {
  ofOrders(reader: Reader, orderIds: readonly number[]): Promise<CouponOfOrder[]> {
    return orderIds.length === 0
      ? Promise.resolve([])
      : reader.query<CouponOfOrder>(
          `SELECT id AS couponId, order_id AS orderId, state FROM coupon
            WHERE order_id IN (${placeholders(orderIds.length)}) ORDER BY id`,
          [...orderIds],
        );
  }
}
