import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { BriefCache } from '../../../platform/cache/index.js';
import { Database, type Reader } from '../../../platform/database/index.js';
import { CouponTemplate } from './coupon-template.entity.js';

export type { CouponTemplate } from './coupon-template.entity.js';

/** Templates, hardly ever changed and asked for with every coupon; how many are issued is never read from here. */
@Injectable()
export class CouponTemplates {
  private readonly byId: BriefCache<number, CouponTemplate | null>;
  private readonly brandsWithCoupons: BriefCache<number, boolean>;

  constructor(private readonly database: Database) {
    this.byId = new BriefCache((id) => database.manager.findOneBy(CouponTemplate, { id }), {
      keysMax: 5_000,
    });
    this.brandsWithCoupons = new BriefCache(
      (brandId) => database.manager.existsBy(CouponTemplate, { brandId }),
      { keysMax: 1_000 },
    );
  }

  /** May be a second old. */
  async many(ids: readonly number[]): Promise<ReadonlyMap<number, CouponTemplate>> {
    const templates = await Promise.all([...new Set(ids)].map((id) => this.byId.get(id)));
    return new Map(templates.flatMap((template) => (template ? [[template.id, template] as const] : [])));
  }

  /** Read fresh. */
  find(reader: Reader, id: number): Promise<CouponTemplate | null> {
    return reader.manager.findOneBy(CouponTemplate, { id });
  }

  /** Read fresh; another brand's is not found. */
  findOf(reader: Reader, brandIds: readonly number[], id: number): Promise<CouponTemplate | null> {
    return reader.manager.findOneBy(CouponTemplate, { id, brandId: In([...brandIds]) });
  }

  /** Whether anybody can have coupons of this brand: it saves a statement where nobody can. */
  anyOf(brandId: number): Promise<boolean> {
    return this.brandsWithCoupons.get(brandId);
  }

  changed(template: CouponTemplate): void {
    this.byId.drop(template.id);
    this.brandsWithCoupons.drop(template.brandId);
  }
}
