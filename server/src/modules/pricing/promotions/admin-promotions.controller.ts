import { Body, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { Clock, addDays, businessDayOf } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { IdParam, Refusal, decodeCursor, notFound, toPage, type Page } from '../../../platform/http/index.js';
import { BrandLookup, requireBrand } from '../../org/index.js';
import { nextDays } from '../domain/occasions.js';
import { parseRecurrence } from '../domain/recurrence.js';
import { PromotionLookup, type Promotion } from './promotion-lookup.js';
import {
  AdminPromotionPage,
  AdminPromotionView,
  PromotionDaysView,
  toAdminPromotionView,
} from './promotion.view.js';
import {
  AdminPromotionsQuery,
  NewPromotionBody,
  PromotionBody,
  PromotionDaysQuery,
} from './promotions.dto.js';
import { RunningPromotions } from './running-promotions.js';
import { SavePromotion } from './save-promotion.js';

const DAYS_SHOWN = 6;

@AdminApi('')
export class AdminPromotionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly brands: BrandLookup,
    private readonly promotions: PromotionLookup,
    private readonly running: RunningPromotions,
    private readonly save: SavePromotion,
    private readonly clock: Clock,
  ) {}

  @Get('promotions')
  @ForAdmin('promotions.see')
  @ApiOkResponse({ type: AdminPromotionPage })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, after, limit }: AdminPromotionsQuery,
  ): Promise<Page<AdminPromotionView>> {
    requireBrand(admin, brandId);
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const rows = await this.promotions.page(brandId, beforeId, limit + 1);
    const views = await this.views(brandId, rows);
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => views.get(row.id) ?? toAdminPromotionView(row, false, 0),
    );
  }

  @Get('promotions/:id')
  @ForAdmin('promotions.see')
  @ApiOkResponse({ type: AdminPromotionView })
  async show(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'promotion') id: number,
  ): Promise<AdminPromotionView> {
    const promotion = await this.promotions.ofBrands(admin.brandIds, id);
    if (!promotion) {
      throw notFound();
    }
    return this.view(promotion);
  }

  @Post('promotions')
  @ForAdmin('promotions.edit')
  @ApiCreatedResponse({ type: AdminPromotionView })
  async create(
    @CurrentAdmin() admin: AdminActor,
    @Body() body: NewPromotionBody,
  ): Promise<AdminPromotionView> {
    return this.view(await this.unitOfWork.run((tx) => this.save.create(tx, admin, body)));
  }

  @Put('promotions/:id')
  @ForAdmin('promotions.edit')
  @ApiOkResponse({ type: AdminPromotionView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'promotion') id: number,
    @Body() body: PromotionBody,
  ): Promise<AdminPromotionView> {
    return this.view(await this.unitOfWork.run((tx) => this.save.change(tx, admin, id, body)));
  }

  /** On which days a rule would hold next, before it is saved. */
  @Get('promotion-days')
  @ForAdmin('promotions.see')
  @ApiOkResponse({ type: PromotionDaysView })
  async days(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, rrule, startsAt }: PromotionDaysQuery,
  ): Promise<PromotionDaysView> {
    requireBrand(admin, brandId);
    if (!parseRecurrence(rrule)) {
      throw new Refusal('validation_failed', { fields: [{ field: 'rrule', message: '重复规则不正确' }] });
    }
    const { timeZone } = await this.brands.get(brandId);
    const start = businessDayOf(new Date(startsAt), timeZone);
    const today = this.clock.businessDay(timeZone);
    return { days: nextDays(rrule, start, today, DAYS_SHOWN, (day) => addDays(day, 1)) };
  }

  private async view(promotion: Promotion): Promise<AdminPromotionView> {
    const views = await this.views(promotion.brandId, [promotion]);
    return views.get(promotion.id) ?? toAdminPromotionView(promotion, false, 0);
  }

  private async views(
    brandId: number,
    promotions: readonly Promotion[],
  ): Promise<ReadonlyMap<number, AdminPromotionView>> {
    if (promotions.length === 0) {
      return new Map();
    }
    const [running, sold] = await Promise.all([
      this.running.of(brandId),
      this.promotions.sold(promotions.map(({ id }) => id)),
    ]);
    const holding = new Set(running.map(({ promotion }) => promotion.id));
    return new Map(
      promotions.map((one) => [
        one.id,
        toAdminPromotionView(one, holding.has(one.id), sold.get(one.id) ?? 0),
      ]),
    );
  }
}
