import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { Ledger } from '../../ledger/index.js';
import { MembershipLookup } from '../../members/index.js';
import { BrandLookup, StoreLookup } from '../../org/index.js';
import { isOnShelf } from '../domain/shelf.js';
import { RewardLookup } from '../rewards/reward-lookup.js';
import { RewardStock } from '../rewards/reward-stock.js';
import type { Reward } from '../rewards/reward.entity.js';
import { newRedemptionCode } from './redemption-code.js';
import { Redemption } from './redemption.entity.js';

export interface RedemptionWish {
  readonly memberId: number;
  readonly rewardId: number;
  /** Where the member will fetch it; any store of the brand when absent. */
  readonly storeId?: number;
}

/** Exchanges points for a reward: points, the member's share and the stock in one transaction, or nothing. */
@Injectable()
export class RedeemReward {
  constructor(
    private readonly rewards: RewardLookup,
    private readonly stock: RewardStock,
    private readonly memberships: MembershipLookup,
    private readonly brands: BrandLookup,
    private readonly stores: StoreLookup,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, wish: RedemptionWish): Promise<Redemption> {
    const reward = await this.available(tx, wish.rewardId);
    await this.memberships.ofCaller(tx, wish.memberId, reward.brandId);
    await this.checkStore(reward.brandId, wish.storeId);
    const redemption = await this.insert(tx, reward, wish);
    await this.ledger.spend(tx, {
      owner: redemption,
      unit: 'points',
      amount: reward.points,
      cause: { kind: 'redemption.made', id: redemption.id, text: `兑换：${reward.name}` },
    });
    await this.stock.takeShare(tx, reward, wish.memberId);
    await this.stock.take(tx, reward.id);
    return redemption;
  }

  private async available(tx: Tx, rewardId: number): Promise<Reward> {
    const reward = await this.rewards.find(tx, rewardId);
    if (!reward) {
      throw notFound();
    }
    if (!isOnShelf(reward, this.clock.now())) {
      throw new Refusal('reward_not_available');
    }
    return reward;
  }

  /** Rewards wait where customers come: at a shop of the brand. */
  private async checkStore(brandId: number, storeId: number | undefined): Promise<void> {
    if (storeId !== undefined && (await this.stores.getOf(brandId, storeId)).kind !== 'store') {
      throw notFound();
    }
  }

  private async insert(tx: Tx, reward: Reward, { memberId, storeId }: RedemptionWish): Promise<Redemption> {
    const { programId } = await this.brands.get(reward.brandId);
    return tx.manager.save(Redemption, {
      rewardId: reward.id,
      brandId: reward.brandId,
      programId,
      memberId,
      storeId: storeId ?? null,
      code: newRedemptionCode(),
      status: 'ready',
      rewardKind: reward.kind,
      rewardName: reward.name,
      pictureUrl: reward.pictureUrl,
      points: reward.points,
      couponText: reward.couponText,
      at: this.clock.now(),
      collectedAt: null,
      collectedByStaffId: null,
      collectedStoreId: null,
      cancelledAt: null,
    });
  }
}
