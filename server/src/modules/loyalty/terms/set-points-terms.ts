import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
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
    await tx.manager.insert(BrandPointsTerms, {
      brandId,
      version: (newest?.version ?? 0) + 1,
      pendingDays: terms.pendingDays,
      expiry: terms.expiry,
      expiryAfter: terms.expiryAfter,
      validFrom: this.clock.now(),
    });
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
}
