import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { Ledger } from '../../ledger/index.js';
import { RewardStock } from '../rewards/reward-stock.js';
import { Redemption } from './redemption.entity.js';

/** Gives points, share and stock back, as long as nothing was handed over. Cancelling again changes nothing. */
@Injectable()
export class CancelRedemption {
  constructor(
    private readonly stock: RewardStock,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, memberId: number, redemptionId: number): Promise<Redemption> {
    const { affected } = await tx.manager.update(
      Redemption,
      { id: redemptionId, memberId, status: 'ready' },
      { status: 'cancelled', cancelledAt: this.clock.now() },
    );
    const redemption = await tx.manager.findOneBy(Redemption, { id: redemptionId, memberId });
    if (!redemption) {
      throw notFound();
    }
    if (redemption.status !== 'cancelled') {
      throw new Refusal('redemption_not_cancellable');
    }
    if (affected === 1) {
      await this.giveBack(tx, redemption);
    }
    return redemption;
  }

  private async giveBack(tx: Tx, redemption: Redemption): Promise<void> {
    await this.ledger.giveBack(tx, {
      owner: redemption,
      unit: 'points',
      spending: { kind: 'redemption.made', id: redemption.id },
      total: redemption.points,
      cause: { kind: 'redemption.cancelled', id: redemption.id, text: `取消兑换：${redemption.rewardName}` },
    });
    await this.stock.giveShareBack(tx, redemption.rewardId, redemption.memberId);
    await this.stock.giveBack(tx, redemption.rewardId);
  }
}
