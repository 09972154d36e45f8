import { Clock } from '../../../platform/clock/index.js';
import { OnEvent, JobHandler, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import type { MemberErased } from '../../members/index.js';

const ROWS_MAX = 5_000;

/** Every question already treats an ended coupon as ended; this makes its row say so too, for lists and counts. */
@JobHandler('pricing.expire-coupons', { everySeconds: 60 })
export class ExpireCoupons implements HandlesJob<object> {
  constructor(private readonly clock: Clock) {}

  async run(_payload: object, settle: Settle): Promise<void> {
    await settle(async (tx) => {
      await tx.execute(
        `UPDATE coupon SET state = 'expired' WHERE state = 'available' AND valid_to <= ? ORDER BY valid_to LIMIT ${ROWS_MAX}`,
        [this.clock.now()],
      );
    });
  }
}

/** Who is erased leaves no coupons behind that a link could still hand on. */
@OnEvent('member.erased', 'pricing.void-coupons')
export class VoidCouponsOfErasedMember implements HandlesJob<MemberErased> {
  async run({ memberId }: MemberErased, settle: Settle): Promise<void> {
    await settle(async (tx) => {
      await tx.execute("UPDATE coupon SET state = 'void' WHERE member_id = ? AND state = 'available'", [
        memberId,
      ]);
    });
  }
}
