import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { ListOf, OneOf, PublicId, Whole } from '../../../platform/http/index.js';
import { PointsQuery } from '../points/points.dto.js';
import { POINTS_MAX } from '../rewards/reward.view.js';
import { GIFT_KINDS, Gifts, type Gift, type GiftKind } from './gifts.js';

class GiftBody {
  @PublicId('brand', { doc: 'From which brand' })
  brandId: number;

  @OneOf(GIFT_KINDS, { name: 'GiftKind', doc: 'Which' })
  kind: GiftKind;
}

export class GiftView implements Gift {
  @OneOf(GIFT_KINDS, { name: 'GiftKind', doc: 'Which' })
  kind: GiftKind;

  @Whole({ min: 0, max: POINTS_MAX, doc: 'How many points' })
  points: number;

  @OneOf(['ready', 'fetched', 'not_yet'], { name: 'GiftState', doc: 'Whether it can be fetched' })
  state: Gift['state'];
}

export class GiftsView {
  @ListOf(() => GiftView, { max: 10, doc: 'The gifts' })
  items: GiftView[];
}

export class FetchedGiftView {
  @Whole({ min: 1, max: POINTS_MAX, doc: 'How many points' })
  points: number;
}

@MemberApi('gifts')
export class MemberGiftsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly gifts: Gifts,
  ) {}

  @Get()
  @ForMember()
  @ApiOkResponse({ type: GiftsView })
  async list(
    @CurrentMember() { memberId }: MemberActor,
    @Query() { brandId }: PointsQuery,
  ): Promise<GiftsView> {
    return { items: await this.gifts.of(this.database, memberId, brandId) };
  }

  @Post()
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: FetchedGiftView })
  async fetch(
    @CurrentMember() { memberId }: MemberActor,
    @Body() { brandId, kind }: GiftBody,
  ): Promise<FetchedGiftView> {
    return {
      points: await this.unitOfWork.run((tx) => this.gifts.fetch(tx, memberId, brandId, kind)),
    };
  }
}
