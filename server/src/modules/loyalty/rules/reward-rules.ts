import { Injectable } from '@nestjs/common';
import { BriefCache } from '../../../platform/cache/index.js';
import { Database } from '../../../platform/database/index.js';
import { RewardRulesRepository, type SavedRule } from './reward-rules.repository.js';

const BRANDS_MAX = 1_000;

/** A brand's rules: looked at whenever something happens, and hardly ever changed. */
@Injectable()
export class RewardRules {
  private readonly rules: BriefCache<number, readonly SavedRule[]>;

  constructor(database: Database, repository: RewardRulesRepository) {
    this.rules = new BriefCache((brandId) => repository.ofBrand(database, brandId), { keysMax: BRANDS_MAX });
  }

  of(brandId: number): Promise<readonly SavedRule[]> {
    return this.rules.get(brandId);
  }

  changed(brandId: number): void {
    this.rules.drop(brandId);
  }
}
