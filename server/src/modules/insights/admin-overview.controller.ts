import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../platform/auth/index.js';
import { PublicId } from '../../platform/http/index.js';
import { requireBrand } from '../org/index.js';
import { Overview } from './overview.js';
import { OverviewView } from './overview.view.js';

class OverviewQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

@AdminApi('overview')
export class AdminOverviewController {
  constructor(private readonly overview: Overview) {}

  @Get()
  @ForAdmin('overview.see')
  @ApiOkResponse({ type: OverviewView })
  show(@CurrentAdmin() admin: AdminActor, @Query() { brandId }: OverviewQuery): Promise<OverviewView> {
    requireBrand(admin, brandId);
    return this.overview.of(brandId);
  }
}
