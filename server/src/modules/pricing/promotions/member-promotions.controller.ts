import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { MemberApi, Public } from '../../../platform/auth/index.js';
import { startOfBusinessDay } from '../../../platform/clock/index.js';
import { BrandLookup } from '../../org/index.js';
import { ONE_OCCASION } from '../domain/occasions.js';
import { MemberPromotionsView, toMemberPromotionView } from './promotion.view.js';
import { MemberPromotionsQuery } from './promotions.dto.js';
import { RunningPromotions } from './running-promotions.js';

const MINUTE_MS = 60_000;

@MemberApi('promotions')
export class MemberPromotionsController {
  constructor(
    private readonly brands: BrandLookup,
    private readonly running: RunningPromotions,
  ) {}

  /** What products and carts are labelled with. */
  @Get()
  @Public('customers browse before they sign in')
  @ApiOkResponse({ type: MemberPromotionsView })
  async list(@Query() { brandId }: MemberPromotionsQuery): Promise<MemberPromotionsView> {
    const { timeZone } = await this.brands.get(brandId);
    const running = await this.running.of(brandId);
    return {
      items: running
        .filter(({ promotion }) => promotion.kind !== 'tier-price')
        .map(({ promotion, occasion }) => {
          const until =
            occasion === ONE_OCCASION
              ? promotion.endsAt
              : new Date(startOfBusinessDay(occasion, timeZone).getTime() + promotion.toMinute * MINUTE_MS);
          return toMemberPromotionView(promotion, until);
        }),
    };
  }
}
