import { Body, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { requireBrand } from '../../org/index.js';
import { PointsQuery } from '../points/points.dto.js';
import { PointsTermsLookup } from './points-terms-lookup.js';
import { PointsTermsBody, PointsTermsView, SoundTerms, toPointsTermsView } from './points-terms.dto.js';
import { SetPointsTerms } from './set-points-terms.js';

@AdminApi('points-terms')
export class AdminPointsTermsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly terms: PointsTermsLookup,
    private readonly setTerms: SetPointsTerms,
  ) {}

  @Get()
  @ForAdmin('loyalty.see')
  @ApiOkResponse({ type: PointsTermsView })
  async find(@CurrentAdmin() admin: AdminActor, @Query() { brandId }: PointsQuery): Promise<PointsTermsView> {
    requireBrand(admin, brandId);
    return toPointsTermsView(await this.terms.of(brandId));
  }

  /** For what is earned from now on. */
  @Put()
  @ForAdmin('loyalty.edit')
  @ApiOkResponse({ type: PointsTermsView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @Body(SoundTerms) body: PointsTermsBody,
  ): Promise<PointsTermsView> {
    return toPointsTermsView(await this.unitOfWork.run((tx) => this.setTerms.execute(tx, admin, body)));
  }
}
