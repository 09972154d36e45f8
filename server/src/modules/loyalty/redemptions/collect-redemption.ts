import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { RedemptionLookup } from './redemption-lookup.js';
import { Redemption } from './redemption.entity.js';

/** Hands a reward over at the counter, once. */
@Injectable()
export class CollectRedemption {
  constructor(
    private readonly redemptions: RedemptionLookup,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, staff: StaffActor, code: string): Promise<Redemption> {
    const redemption = await this.redemptions.getForStaff(tx, staff, code);
    const collection = {
      status: 'collected',
      collectedAt: this.clock.now(),
      collectedByStaffId: staff.staffId,
      collectedStoreId: redemption.storeId ?? onlyStoreOf(staff),
    } as const;
    const { affected } = await tx.manager.update(
      Redemption,
      { id: redemption.id, status: 'ready' },
      collection,
    );
    if (affected !== 1) {
      throw new Refusal('redemption_not_ready');
    }
    return { ...redemption, ...collection };
  }
}

/** Who works in several stores hands over in one that nobody told us. */
function onlyStoreOf({ storeIds }: StaffActor): number | null {
  return storeIds.length === 1 ? (storeIds[0] ?? null) : null;
}
