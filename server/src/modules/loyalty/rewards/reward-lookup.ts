import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type Reader } from '../../../platform/database/index.js';
import { decodeCursor, toPage, type Page, type PageQuery } from '../../../platform/http/index.js';
import { BrandLookup, requireBrand } from '../../org/index.js';
import { isOnShelf } from '../domain/shelf.js';
import { RewardStock } from './reward-stock.js';
import { Reward } from './reward.entity.js';
import { toAdminRewardView, type AdminRewardView } from './reward.view.js';

const SHELF_MAX = 200;

@Injectable()
export class RewardLookup {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandLookup,
    private readonly stock: RewardStock,
    private readonly clock: Clock,
  ) {}

  find(reader: Reader, rewardId: number): Promise<Reward | null> {
    return reader.manager.findOneBy(Reward, { id: rewardId });
  }

  /** What customers see now, the cheapest first. */
  async shelfOf(brandId: number): Promise<Reward[]> {
    await this.brands.get(brandId);
    const now = this.clock.now();
    const rewards = await this.database.manager.find(Reward, {
      where: { brandId, status: 'on_shelf' },
      order: { id: 'DESC' },
      take: SHELF_MAX,
    });
    return rewards
      .filter((reward) => isOnShelf(reward, now))
      .toSorted((a, b) => a.points - b.points || a.id - b.id);
  }

  /** All that the console manages, newest first. */
  async page(
    admin: AdminActor,
    brandId: number,
    { after, limit }: PageQuery,
  ): Promise<Page<AdminRewardView>> {
    requireBrand(admin, brandId);
    const [before] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const rewards = await this.database.manager.find(Reward, {
      where: { brandId, id: LessThan(before) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const redeemed = await this.stock.takenInAll(
      this.database,
      rewards.map(({ id }) => id),
    );
    return toPage(
      rewards,
      limit,
      ({ id }) => [id],
      (reward) => toAdminRewardView(reward, redeemed.get(reward.id) ?? 0),
    );
  }

  async view(reward: Reward): Promise<AdminRewardView> {
    const redeemed = await this.stock.takenInAll(this.database, [reward.id]);
    return toAdminRewardView(reward, redeemed.get(reward.id) ?? 0);
  }
}
