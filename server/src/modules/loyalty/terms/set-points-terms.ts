import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import type { PointsTerms } from '../domain/points-terms.js';
import { BrandPointsTerms } from './points-terms.entity.js';
import { PointsTermsLookup } from './points-terms-lookup.js';

export interface NewTerms extends PointsTerms {
  readonly brandId: number;
}

/** New terms for what is earned from now on. What was earned before keeps the life it was promised. */
@Injectable()
export class SetPointsTerms {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly lookup: PointsTermsLookup,
  ) {}

  async execute(tx: Tx, admin: AdminActor, { brandId, ...terms }: NewTerms): Promise<PointsTerms> {
    requireBrand(admin, brandId);
    const newest = await tx.manager.findOne(BrandPointsTerms, {
      where: { brandId },
      order: { version: 'DESC' },
    });
    await this.insert(tx, { brandId, ...terms }, (newest?.version ?? 0) + 1);
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId,
      action: 'points-terms.changed',
      subject: { kind: 'brand', id: brandId },
      detail: { ...terms },
    });
    tx.afterCommit(() => this.lookup.changed(brandId));
    return terms;
  }

  /** @throws Refusal `conflict` when somebody else has just changed them */
  private async insert(
    tx: Tx,
    { brandId, pendingDays, expiry, expiryAfter }: NewTerms,
    version: number,
  ): Promise<void> {
    try {
      const validFrom = this.clock.now();
      await tx.manager.insert(BrandPointsTerms, {
        brandId,
        version,
        pendingDays,
        expiry,
        expiryAfter,
        validFrom,
      });
    } catch (error) {
      throw isDuplicateKey(error) ? new Refusal('conflict') : error;
    }
  }
}
