import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { LedgerStatements } from '../../ledger/index.js';
import { MembershipLookup } from '../../members/index.js';
import { BrandLookup } from '../../org/index.js';
import { RewardLookup } from './reward-lookup.js';
import { RewardStock } from './reward-stock.js';
import { toRewardView, type RewardView } from './reward.view.js';

interface Standing {
  readonly joined: boolean;
  readonly points: number;
  readonly taken: ReadonlyMap<number, number>;
}

const STRANGER: Standing = { joined: false, points: 0, taken: new Map() };

/** The rewards of a brand as one customer sees them: each says whether they may redeem it, and if not, why. */
@Injectable()
export class Shelf {
  constructor(
    private readonly database: Database,
    private readonly rewards: RewardLookup,
    private readonly stock: RewardStock,
    private readonly brands: BrandLookup,
    private readonly memberships: MembershipLookup,
    private readonly statements: LedgerStatements,
    private readonly clock: Clock,
  ) {}

  async forMember(memberId: number | null, brandId: number): Promise<RewardView[]> {
    const { programId } = await this.brands.get(brandId);
    const [rewards, { joined, points, taken }] = await Promise.all([
      this.rewards.shelfOf(brandId),
      memberId === null ? STRANGER : this.standingOf(memberId, brandId, programId),
    ]);
    const now = this.clock.now();
    return rewards.map((reward) =>
      toRewardView(reward, { joined, points, taken: taken.get(reward.id) ?? 0 }, now),
    );
  }

  private async standingOf(memberId: number, brandId: number, programId: number): Promise<Standing> {
    const [membership, balances, taken] = await Promise.all([
      this.memberships.find(this.database, memberId, brandId),
      this.statements.balances(this.database, { memberId, programId }),
      this.stock.takenBy(this.database, memberId, brandId),
    ]);
    return { joined: membership !== undefined, points: balances.points.available, taken };
  }
}
