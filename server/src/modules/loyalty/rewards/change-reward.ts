import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound, withoutUndefined } from '../../../platform/http/index.js';
import type { NewReward } from './create-reward.js';
import { Reward } from './reward.entity.js';
import { checkReward } from './reward-rules.js';

/** The kind stays: redemptions of it are out already. */
export interface RewardChange extends Partial<Omit<NewReward, 'brandId' | 'kind' | 'stock'>> {
  /** Signed: stock moves while the form is open, so it is changed and not set. */
  readonly stockChange?: number;
}

@Injectable()
export class ChangeReward {
  constructor(private readonly audit: Audit) {}

  async execute(tx: Tx, admin: AdminActor, rewardId: number, change: RewardChange): Promise<Reward> {
    const reward = await tx.manager.findOne(Reward, {
      where: { id: rewardId, brandId: In([...admin.brandIds]) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!reward) {
      throw notFound();
    }
    const { stockChange = 0, ...details } = change;
    Object.assign(reward, withoutUndefined(details));
    checkReward(reward);
    await tx.manager.save(reward);
    await this.changeStock(tx, reward, stockChange);
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId: reward.brandId,
      action: 'reward.changed',
      subject: { kind: 'reward', id: reward.id },
      detail: change,
    });
    return { ...reward, stock: reward.stock + stockChange };
  }

  private async changeStock(tx: Tx, { id, stock }: Reward, change: number): Promise<void> {
    const { affectedRows } = await tx.execute(
      'UPDATE reward SET stock = stock + ? WHERE id = ? AND stock + ? >= 0',
      [change, id, change],
    );
    if (affectedRows === 0) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'stockChange', message: `现在只剩 ${stock} 份` }],
      });
    }
  }
}
