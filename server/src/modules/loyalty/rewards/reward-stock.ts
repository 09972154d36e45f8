import { Injectable } from '@nestjs/common';
import { placeholders, type Reader, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import type { Reward } from './reward.entity.js';

/** What is contended about rewards: how many are left, and how many a member has. Changed by condition only. */
@Injectable()
export class RewardStock {
  /** The hottest row: to be taken last in a transaction. @throws Refusal `reward_out_of_stock` */
  async take(tx: Tx, rewardId: number): Promise<void> {
    const { affectedRows } = await tx.execute(
      'UPDATE reward SET stock = stock - 1 WHERE id = ? AND stock >= 1',
      [rewardId],
    );
    if (affectedRows === 0) {
      throw new Refusal('reward_out_of_stock');
    }
  }

  async giveBack(tx: Tx, rewardId: number): Promise<void> {
    await tx.execute('UPDATE reward SET stock = stock + 1 WHERE id = ?', [rewardId]);
  }

  /** @throws Refusal `reward_limit_reached` */
  async takeShare(tx: Tx, { id, perMemberLimit }: Reward, memberId: number): Promise<void> {
    await tx.execute(
      `INSERT INTO reward_taken (reward_id, member_id, taken) VALUES (?, ?, 0)
       ON DUPLICATE KEY UPDATE reward_id = reward_taken.reward_id`,
      [id, memberId],
    );
    const { affectedRows } = await tx.execute(
      'UPDATE reward_taken SET taken = taken + 1 WHERE reward_id = ? AND member_id = ? AND (? IS NULL OR taken < ?)',
      [id, memberId, perMemberLimit, perMemberLimit],
    );
    if (affectedRows === 0) {
      throw new Refusal('reward_limit_reached');
    }
  }

  async giveShareBack(tx: Tx, rewardId: number, memberId: number): Promise<void> {
    await tx.execute(
      'UPDATE reward_taken SET taken = taken - 1 WHERE reward_id = ? AND member_id = ? AND taken >= 1',
      [rewardId, memberId],
    );
  }

  /** How many of each of a brand's rewards the member has. */
  async takenBy(reader: Reader, memberId: number, brandId: number): Promise<ReadonlyMap<number, number>> {
    const rows = await reader.query<{ rewardId: number; taken: number }>(
      `SELECT reward_taken.reward_id AS rewardId, reward_taken.taken FROM reward
         JOIN reward_taken ON reward_taken.reward_id = reward.id AND reward_taken.member_id = ?
        WHERE reward.brand_id = ?`,
      [memberId, brandId],
    );
    return new Map(rows.map(({ rewardId, taken }) => [rewardId, taken]));
  }

  /** How many of each reward members have in all. */
  async takenInAll(reader: Reader, rewardIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
    if (rewardIds.length === 0) {
      return new Map();
    }
    const rows = await reader.query<{ rewardId: number; taken: number }>(
      `SELECT reward_id AS rewardId, CAST(SUM(taken) AS SIGNED) AS taken FROM reward_taken
        WHERE reward_id IN (${placeholders(rewardIds.length)}) GROUP BY reward_id`,
      [...rewardIds],
    );
    return new Map(rows.map(({ rewardId, taken }) => [rewardId, taken]));
  }
}
