import { Body, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Audit } from '../../../platform/audit/index.js';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { Flag, PublicId, Whole } from '../../../platform/http/index.js';
import { BrandLookup, requireBrand } from '../../org/index.js';
import { PointsRules } from './points-rules.js';

const POINTS_MAX = 100_000_000;

class PointsRuleQuery {
  @PublicId('brand', { doc: 'Whose members; the rule is one for all brands of their program' })
  brandId: number;
}

export class PointsRuleBody {
  @Flag({ doc: 'Whether points pay at checkout' })
  enabled: boolean;

  @Whole({ min: 1, max: 1_000_000, doc: 'What a yuan costs in points' })
  pointsPerYuan: number;

  @Whole({ min: 0, max: POINTS_MAX, doc: 'Fewer do not pay' })
  minPoints: number;

  @Whole({ min: 1, max: POINTS_MAX, nullable: true, doc: 'At most so many an order; null for no limit' })
  maxPoints: number | null;

  @Whole({ min: 0, max: 10_000, doc: 'At most this share of the goods, in basis points' })
  maxRateBp: number;

  @Flag({ doc: 'Whether they pay together with a coupon' })
  withCoupons: boolean;
}

export class PointsRuleView extends PointsRuleBody {}

@AdminApi('points-rule')
export class AdminPointsRuleController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly brands: BrandLookup,
    private readonly rules: PointsRules,
    private readonly audit: Audit,
  ) {}

  @Get()
  @ForAdmin('promotions.see')
  @ApiOkResponse({ type: PointsRuleView })
  async show(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: PointsRuleQuery,
  ): Promise<PointsRuleView> {
    requireBrand(admin, brandId);
    const { programId } = await this.brands.get(brandId);
    return this.rules.read(this.database, programId);
  }

  @Put()
  @ForAdmin('promotions.edit')
  @ApiOkResponse({ type: PointsRuleView })
  async save(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: PointsRuleQuery,
    @Body() body: PointsRuleBody,
  ): Promise<PointsRuleView> {
    requireBrand(admin, brandId);
    const { programId } = await this.brands.get(brandId);
    await this.unitOfWork.run(async (tx) => {
      await this.rules.save(tx, programId, body);
      await this.audit.record(tx, {
        actor: { kind: 'admin', id: admin.adminId },
        brandId,
        action: 'points-rule.changed',
        subject: { kind: 'program', id: programId },
        detail: body,
      });
    });
    return this.rules.read(this.database, programId);
  }
}
