import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';

const DAY_MS = 86_400_000;
/** A coupon that comes back late can still be used for a while. */
const DAYS_LEFT_AFTER_REFUND = 7;

/** What orders do with coupons: each change happens only from the state before it, so one coupon serves one live order. */
@Injectable()
export class CouponUses {
  constructor(private readonly clock: Clock) {}

  /** @throws Refusal `coupon_not_available` */
  async lock(
    tx: Tx,
    { couponId, memberId, orderId }: { couponId: number; memberId: number; orderId: number },
  ): Promise<void> {
    const now = this.clock.now();
    const { affectedRows } = await tx.execute(
      `UPDATE coupon SET state = 'locked', order_id = ?
        WHERE id = ? AND member_id = ? AND state = 'available' AND valid_from <= ? AND valid_to > ?`,
      [orderId, couponId, memberId, now, now],
    );
    if (affectedRows !== 1) {
      throw new Refusal('coupon_not_available');
    }
  }

  /** The order is paid. */
  async use(tx: Tx, orderId: number, paidFen: number): Promise<void> {
    await tx.execute(
      `UPDATE coupon SET state = 'used', used_at = ?, order_paid_fen = ?
        WHERE order_id = ? AND state = 'locked'`,
      [this.clock.now(), paidFen, orderId],
    );
  }

  /** The order died unpaid. What ended meanwhile stays ended. */
  async giveBack(tx: Tx, orderId: number): Promise<void> {
    await tx.execute(
      `UPDATE coupon SET state = CASE WHEN valid_to > ? THEN 'available' ELSE 'expired' END, order_id = NULL
        WHERE order_id = ? AND state = 'locked'`,
      [this.clock.now(), orderId],
    );
  }

  /** The order is refunded whole: what its template returns can be used again, for some days at least. */
  async giveBackRefunded(tx: Tx, orderId: number): Promise<void> {
    await tx.execute(
      `UPDATE coupon JOIN coupon_template template ON template.id = coupon.template_id
          SET coupon.state = 'available', coupon.order_id = NULL, coupon.used_at = NULL, coupon.order_paid_fen = NULL,
              coupon.valid_to = GREATEST(coupon.valid_to, ?)
        WHERE coupon.order_id = ? AND coupon.state = 'used' AND template.on_refund = 'return'`,
      [this.clock.in(DAYS_LEFT_AFTER_REFUND * DAY_MS), orderId],
    );
  }
}
