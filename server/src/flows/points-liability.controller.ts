import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { LiabilityReport } from '../modules/ledger/index.js';
import { BrandLookup, requireBrand } from '../modules/org/index.js';
import { PointsRules } from '../modules/pricing/index.js';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../platform/auth/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database } from '../platform/database/index.js';
import { LiabilityQuery, PointsLiabilityView, toPointsLiabilityView } from './points-liability.view.js';

const FINDINGS_SHOWN = 20;

@AdminApi('points-liability')
export class PointsLiabilityController {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandLookup,
    private readonly report: LiabilityReport,
    private readonly pointsRules: PointsRules,
    private readonly clock: Clock,
  ) {}

  /** What the brand's program owes its members in points, by month and cause, in money too, and whether that is proved. */
  @Get()
  @ForAdmin('loyalty.see')
  @ApiOkResponse({ type: PointsLiabilityView })
  async find(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: LiabilityQuery,
  ): Promise<PointsLiabilityView> {
    requireBrand(admin, brandId);
    const { programId } = await this.brands.get(brandId);
    const [months, proof, { pointsPerYuan }] = await Promise.all([
      this.report.months(this.database, programId),
      this.report.proof(this.database, FINDINGS_SHOWN),
      this.pointsRules.of(programId),
    ]);
    return toPointsLiabilityView({ months, proof, pointsPerYuan, now: this.clock.now() });
  }
}
