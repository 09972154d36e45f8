import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { requireStore } from '../../org/index.js';
import { occasionObstacle } from '../domain/coupon.js';
import { couponOf } from './coupon-terms.js';
import { CouponWallet, type OwnedCoupon } from './coupon-wallet.js';

/** At the counter: the member shows the code, the staff write it off, once. */
@Injectable()
export class UseAtCounter {
  constructor(
    private readonly wallet: CouponWallet,
    private readonly clock: Clock,
  ) {}

  /** Another brand's coupon does not exist for the staff. @throws Refusal `not_found` */
  async find(reader: Reader, staff: StaffActor, code: string): Promise<OwnedCoupon> {
    const owned = await this.wallet.byCode(reader, staff.brandId, code);
    if (!owned) {
      throw notFound();
    }
    return owned;
  }

  /** Why it cannot be written off in this store now. The cashier sees the bill and knows the tier at its issue. */
  obstacle({ row, template }: OwnedCoupon, storeId: number): string | undefined {
    if (row.state !== 'available') {
      return NOT_AVAILABLE[row.state];
    }
    const tierLevel = template.tierLevelFrom ?? 0;
    return occasionObstacle(couponOf(template, row), {
      channel: 'store',
      storeId,
      tierLevel,
      now: this.clock.now(),
    });
  }

  /** @throws Refusal `not_found`, `coupon_not_usable` */
  async execute(tx: Tx, staff: StaffActor, code: string, storeId: number): Promise<OwnedCoupon> {
    requireStore(staff, storeId);
    const owned = await this.find(tx, staff, code);
    const obstacle = this.obstacle(owned, storeId);
    const now = this.clock.now();
    const { affectedRows } =
      obstacle === undefined
        ? await tx.execute(
            `UPDATE coupon SET state = 'used', used_at = ?, used_store_id = ?, used_staff_id = ?
              WHERE id = ? AND state = 'available' AND valid_from <= ? AND valid_to > ?`,
            [now, storeId, staff.staffId, owned.row.id, now, now],
          )
        : { affectedRows: 0 };
    if (affectedRows !== 1) {
      throw new Refusal('coupon_not_usable', { detail: `这张券现在不能核销：${obstacle ?? '刚刚被使用'}。` });
    }
    return { ...owned, row: { ...owned.row, state: 'used', usedAt: now, usedStoreId: storeId } };
  }
}

const NOT_AVAILABLE = {
  locked: '正被一笔未付款的订单占用',
  used: '已经使用过了',
  expired: '已经过期',
  void: '已经作废',
} as const;
