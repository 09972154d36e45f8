import { Injectable } from '@nestjs/common';
import { BriefCache } from '../../../platform/cache/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type Reader, type Tx } from '../../../platform/database/index.js';
import type { PointsRule } from '../domain/points-rule.js';

/** Points pay nothing until the program says so. */
const NONE: PointsRule = {
  enabled: false,
  pointsPerYuan: 100,
  minPoints: 0,
  maxPoints: null,
  maxRateBp: 0,
  withCoupons: true,
};

type Row = Omit<PointsRule, 'enabled' | 'withCoupons'> & { enabled: number; withCoupons: number };

/** How points of a program pay at checkout. */
@Injectable()
export class PointsRules {
  private readonly cache: BriefCache<number, PointsRule>;

  constructor(
    database: Database,
    private readonly clock: Clock,
  ) {
    this.cache = new BriefCache((programId) => this.read(database, programId), { keysMax: 1_000 });
  }

  of(programId: number): Promise<PointsRule> {
    return this.cache.get(programId);
  }

  async read(reader: Reader, programId: number): Promise<PointsRule> {
    const row = await reader.one<Row>(
      `SELECT enabled, points_per_yuan AS pointsPerYuan, min_points AS minPoints, max_points AS maxPoints,
              max_rate_bp AS maxRateBp, with_coupons AS withCoupons
         FROM points_rule WHERE program_id = ?`,
      [programId],
    );
    return row ? { ...row, enabled: row.enabled === 1, withCoupons: row.withCoupons === 1 } : NONE;
  }

  async save(tx: Tx, programId: number, rule: PointsRule): Promise<void> {
    const { enabled, pointsPerYuan, minPoints, maxPoints, maxRateBp, withCoupons } = rule;
    await tx.execute(
      `REPLACE INTO points_rule (program_id, enabled, points_per_yuan, min_points, max_points, max_rate_bp, with_coupons,
         updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [programId, enabled, pointsPerYuan, minPoints, maxPoints, maxRateBp, withCoupons, this.clock.now()],
    );
    tx.afterCommit(() => this.cache.drop(programId));
  }
}
