import { Body, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { IdParam, decodeCursor, toPage, type Page } from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import {
  AdminCouponTemplatePage,
  AdminCouponTemplateView,
  toAdminTemplateView,
} from './admin-coupon.view.js';
import { CouponTemplateLookup, type CouponTemplate } from './coupon-template-lookup.js';
import { AdminCouponsQuery, ChangeCouponTemplateBody, NewCouponTemplateBody } from './coupons.dto.js';
import { SaveCouponTemplate } from './save-coupon-template.js';

@AdminApi('coupon-templates')
export class AdminCouponTemplatesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: CouponTemplateLookup,
    private readonly save: SaveCouponTemplate,
  ) {}

  @Get()
  @ForAdmin('coupons.see')
  @ApiOkResponse({ type: AdminCouponTemplatePage })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, after, limit }: AdminCouponsQuery,
  ): Promise<Page<AdminCouponTemplateView>> {
    requireBrand(admin, brandId);
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const rows = await this.templates.page(brandId, beforeId, limit + 1);
    const funnels = await this.templates.funnels(rows.map(({ id }) => id));
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => toAdminTemplateView(row, funnels.get(row.id)),
    );
  }

  @Post()
  @ForAdmin('coupons.edit')
  @ApiCreatedResponse({ type: AdminCouponTemplateView })
  async create(
    @CurrentAdmin() admin: AdminActor,
    @Body() { productIds = [], categoryIds = [], ...body }: NewCouponTemplateBody,
  ): Promise<AdminCouponTemplateView> {
    const template = await this.unitOfWork.run((tx) =>
      this.save.create(tx, admin, {
        ...body,
        scope: { productIds, categoryIds },
        offFen: body.offFen ?? null,
        rateBp: body.rateBp ?? null,
        capFen: body.capFen ?? null,
        storeIds: body.storeIds ?? [],
        tierLevelFrom: body.tierLevelFrom ?? null,
        validFrom: toDate(body.validFrom) ?? null,
        validTo: toDate(body.validTo) ?? null,
        validDays: body.validDays ?? null,
        quota: body.quota ?? null,
        perPerson: body.perPerson ?? null,
        claimFrom: toDate(body.claimFrom) ?? null,
        claimTo: toDate(body.claimTo) ?? null,
        staffDaily: body.staffDaily ?? null,
      }),
    );
    return this.view(template);
  }

  @Patch(':id')
  @ForAdmin('coupons.edit')
  @ApiOkResponse({ type: AdminCouponTemplateView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'coupon-template') id: number,
    @Body() { claimFrom, claimTo, ...body }: ChangeCouponTemplateBody,
  ): Promise<AdminCouponTemplateView> {
    const change = { ...body, claimFrom: toDate(claimFrom), claimTo: toDate(claimTo) };
    return this.view(await this.unitOfWork.run((tx) => this.save.change(tx, admin, id, change)));
  }

  private async view(template: CouponTemplate): Promise<AdminCouponTemplateView> {
    return toAdminTemplateView(template, (await this.templates.funnels([template.id])).get(template.id));
  }
}

/** Undefined stays undefined: the field wasn't sent. */
function toDate(instant: string | null | undefined): Date | null | undefined {
  return typeof instant === 'string' ? new Date(instant) : instant;
}
