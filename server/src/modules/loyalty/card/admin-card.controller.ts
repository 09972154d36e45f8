import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { MembershipLookup } from '../../members/index.js';
import { requireBrand } from '../../org/index.js';
import { PointsQuery } from '../points/points.dto.js';
import { CardView } from './card.view.js';
import { Cards } from './cards.js';

@AdminApi('members')
export class AdminCardController {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipLookup,
    private readonly cards: Cards,
  ) {}

  /** The card as the member sees it: tier, growth, points and what it has saved. */
  @Get(':id/card')
  @ForAdmin('members.see')
  @ApiOkResponse({ type: CardView })
  async find(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'member') memberId: number,
    @Query() { brandId }: PointsQuery,
  ): Promise<CardView> {
    requireBrand(admin, brandId);
    await this.memberships.inBrand(this.database, memberId, brandId);
    return this.cards.of(this.database, memberId, brandId);
  }
}
