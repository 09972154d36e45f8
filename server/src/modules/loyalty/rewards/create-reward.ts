import { Injectable } from '@nestjs/common';
import type { RewardKind, RewardStatus } from '@regulars/shared';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { requireBrand } from '../../org/index.js';
import { Reward } from './reward.entity.js';
import { checkReward } from './reward-rules.js';

export interface NewReward {
  readonly brandId: number;
  readonly kind: RewardKind;
  readonly name: string;
  readonly description: string;
  readonly pictureUrl: string;
  readonly points: number;
  readonly stock: number;
  readonly perMemberLimit: number | null;
  readonly couponText: string | null;
  readonly status: RewardStatus;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

@Injectable()
export class CreateReward {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, admin: AdminActor, details: NewReward): Promise<Reward> {
    requireBrand(admin, details.brandId);
    checkReward(details);
    const reward = await tx.manager.save(Reward, { ...details, createdAt: this.clock.now() });
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId: reward.brandId,
      action: 'reward.created',
      subject: { kind: 'reward', id: reward.id },
      detail: { name: reward.name, points: reward.points, stock: reward.stock },
    });
    return reward;
  }
}
