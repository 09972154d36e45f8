import type { CheckInMade } from '../modules/check-ins/index.js';
import { GiveRewards } from '../modules/loyalty/index.js';
import { toPublicId } from '../platform/ids/index.js';
import { OnEvent, type HandlesJob, type Settle } from '../platform/jobs/index.js';

/** What the rules give for a visit beyond what every visit gives. */
@OnEvent('check-in.made', 'loyalty.reward-check-in')
export class RewardVisit implements HandlesJob<CheckInMade> {
  constructor(private readonly rewards: GiveRewards) {}

  async run({ checkInId, memberId, brandId, storeId }: CheckInMade, settle: Settle): Promise<void> {
    await settle(async (tx) => {
      await this.rewards.execute(tx, {
        trigger: 'check-in.made',
        brandId,
        memberId,
        key: `check-in:${checkInId}`,
        facts: { storeId: toPublicId('store', storeId) },
      });
    });
  }
}
