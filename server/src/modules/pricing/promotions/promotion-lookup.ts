import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Database, placeholders } from '../../../platform/database/index.js';
import { Promotion } from './promotion.entity.js';

export type { Promotion } from './promotion.entity.js';

/** Promotions as their editors see them. */
@Injectable()
export class PromotionLookup {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  page(brandId: number, beforeId: number, limit: number): Promise<Promotion[]> {
    return this.database.manager.find(Promotion, {
      where: { brandId, id: LessThan(beforeId) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  ofBrands(brandIds: readonly number[], id: number): Promise<Promotion | null> {
    return this.database.manager.findOneBy(Promotion, { id, brandId: In([...brandIds]) });
  }

  /** Pieces that live orders bought by each of them. */
  async sold(promotionIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const rows = await this.database.query<{ id: number; pieces: number }>(
      `SELECT promotion_id AS id, CAST(SUM(quantity) AS SIGNED) AS pieces FROM promotion_use
        WHERE promotion_id IN (${placeholders(promotionIds.length)}) AND state = 'held' GROUP BY promotion_id`,
      [...promotionIds],
    );
    return new Map(rows.map(({ id, pieces }) => [id, pieces]));
  }
}
