import { Injectable } from '@nestjs/common';
import { BriefCache } from '../../platform/cache/index.js';
import { Database } from '../../platform/database/index.js';
import type { FreightRule } from './domain/quote.js';

/** A brand that says nothing delivers for nothing. */
const FREE: FreightRule = { freightFen: 0, freeFromFen: null };

@Injectable()
export class FreightRules {
  private readonly cache: BriefCache<number, FreightRule>;

  constructor(database: Database) {
    this.cache = new BriefCache(
      async (brandId) =>
        (await database.one<FreightRule>(
          'SELECT freight_fen AS freightFen, free_from_fen AS freeFromFen FROM freight_rule WHERE brand_id = ?',
          [brandId],
        )) ?? FREE,
      { keysMax: 1_000 },
    );
  }

  of(brandId: number): Promise<FreightRule> {
    return this.cache.get(brandId);
  }
}
