import { Injectable } from '@nestjs/common';
import { BriefCache } from '../../../platform/cache/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { BrandLookup } from '../../org/index.js';
import { BOUNDLESS, expiresAt, maturesAt, type PointsTerms } from '../domain/points-terms.js';
import { BrandPointsTerms } from './points-terms.entity.js';

const BRANDS_MAX = 1_000;

/** When an earning can be spent and when it lapses. */
export interface Life {
  readonly maturesAt?: Date;
  readonly expiresAt?: Date;
}

/** A brand's terms: asked for by every earning, and hardly ever changed. */
@Injectable()
export class PointsTermsLookup {
  private readonly versions: BriefCache<number, readonly BrandPointsTerms[]>;

  constructor(
    database: Database,
    private readonly brands: BrandLookup,
    private readonly clock: Clock,
  ) {
    this.versions = new BriefCache(
      (brandId) =>
        database.manager.find(BrandPointsTerms, { where: { brandId }, order: { version: 'DESC' } }),
      { keysMax: BRANDS_MAX },
    );
  }

  async of(brandId: number): Promise<PointsTerms> {
    const now = this.clock.now();
    return (await this.versions.get(brandId)).find(({ validFrom }) => validFrom <= now) ?? BOUNDLESS;
  }

  /** For what may be handed back. */
  async lifeOfPurchase(brandId: number): Promise<Life> {
    const [terms, { timeZone }] = await Promise.all([this.of(brandId), this.brands.get(brandId)]);
    const now = this.clock.now();
    return { maturesAt: maturesAt(terms, now, timeZone), expiresAt: expiresAt(terms, now, timeZone) };
  }

  /** For what nobody takes back, such as a visit. */
  async lifeOfGift(brandId: number): Promise<Life> {
    return { expiresAt: (await this.lifeOfPurchase(brandId)).expiresAt };
  }

  changed(brandId: number): void {
    this.versions.drop(brandId);
  }
}
