import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { PointsQuery } from '../points/points.dto.js';
import { CardView } from './card.view.js';
import { Cards } from './cards.js';

@MemberApi('card')
export class MemberCardController {
  constructor(
    private readonly database: Database,
    private readonly cards: Cards,
  ) {}

  @Get()
  @ForMember()
  @ApiOkResponse({ type: CardView })
  find(@CurrentMember() { memberId }: MemberActor, @Query() { brandId }: PointsQuery): Promise<CardView> {
    return this.cards.of(this.database, memberId, brandId);
  }
}
