import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Audit } from '../../../platform/audit/index.js';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { Database, UnitOfWork, type Tx } from '../../../platform/database/index.js';
import {
  IdParam,
  Idempotency,
  IdempotencyKey,
  Refusal,
  decodeCursor,
  notFound,
  toPage,
  type Page,
} from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import {
  AdminBatchPage,
  AdminBatchView,
  AdminDropPage,
  AdminDropView,
  toAdminBatchView,
  toAdminDropView,
} from './admin-coupon.view.js';
import { CouponBatches } from './coupon-batches.js';
import { CouponDrops } from './coupon-drops.js';
import { CouponTemplates, type CouponTemplate } from './coupon-templates.js';
import { AdminCouponsQuery, NewBatchBody, NewDropBody } from './coupons.dto.js';

/** How the brand hands coupons out: to groups in a window, or to all members at once. */
@AdminApi('')
export class AdminCouponGivingController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly templates: CouponTemplates,
    private readonly drops: CouponDrops,
    private readonly batches: CouponBatches,
  ) {}

  @Get('coupon-drops')
  @ForAdmin('coupons.see')
  @ApiOkResponse({ type: AdminDropPage })
  async dropPage(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, after, limit }: AdminCouponsQuery,
  ): Promise<Page<AdminDropView>> {
    requireBrand(admin, brandId);
    const rows = await this.drops.page(this.database, brandId, beforeId(after), limit + 1);
    const groups = await this.drops.groupsOf(
      this.database,
      rows.map(({ id }) => id),
    );
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) =>
        toAdminDropView(
          row,
          groups.filter(({ dropId }) => dropId === row.id),
        ),
    );
  }

  @Post('coupon-drops')
  @ForAdmin('coupons.edit')
  @ApiCreatedResponse({ type: AdminDropView })
  async drop(@CurrentAdmin() admin: AdminActor, @Body() body: NewDropBody): Promise<AdminDropView> {
    const { groups, templateId, ...details } = body;
    const drop = { ...details, startsAt: new Date(body.startsAt), endsAt: new Date(body.endsAt) };
    if (drop.startsAt >= drop.endsAt) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'endsAt', message: '结束时间应晚于开始时间' }],
      });
    }
    return this.unitOfWork.run(async (tx) => {
      const { brandId } = await this.templateOf(tx, admin, templateId);
      const id = await this.drops.create(tx, { ...drop, templateId, brandId }, groups);
      await this.record(tx, admin, { brandId, action: 'coupon-drop.created', kind: 'coupon-drop', id }, body);
      return toAdminDropView({ ...drop, id, templateId, brandId }, await this.drops.groupsOf(tx, [id]));
    });
  }

  @Get('coupon-batches')
  @ForAdmin('coupons.see')
  @ApiOkResponse({ type: AdminBatchPage })
  async batchPage(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, after, limit }: AdminCouponsQuery,
  ): Promise<Page<AdminBatchView>> {
    requireBrand(admin, brandId);
    const rows = await this.batches.page(this.database, brandId, beforeId(after), limit + 1);
    return toPage(rows, limit, ({ id }) => [id], toAdminBatchView);
  }

  /** Begins in the background; the page of batches shows how far it is. */
  @Post('coupon-batches')
  @ForAdmin('coupons.edit')
  @ApiCreatedResponse({ type: AdminBatchView })
  batch(
    @CurrentAdmin() admin: AdminActor,
    @IdempotencyKey() key: string,
    @Body() body: NewBatchBody,
  ): Promise<AdminBatchView> {
    const request = { actor: `admin:${admin.adminId}`, key, route: 'coupons.batch', body };
    return this.idempotency.run(request, async (tx) => {
      const { id: templateId, brandId, status } = await this.templateOf(tx, admin, body.templateId);
      if (status !== 'active') {
        throw new Refusal('coupon_not_givable', { detail: '请先启用这张券，再发放。' });
      }
      const joinedFrom = body.joinedFrom ? new Date(body.joinedFrom) : null;
      const id = await this.batches.start(tx, { templateId, brandId, adminId: admin.adminId, joinedFrom });
      await this.record(
        tx,
        admin,
        { brandId, action: 'coupon-batch.started', kind: 'coupon-batch', id },
        { templateId, joinedFrom },
      );
      return this.view(tx, id);
    });
  }

  @Post('coupon-batches/:id/stop')
  @HttpCode(200)
  @ForAdmin('coupons.edit')
  @ApiOkResponse({ type: AdminBatchView })
  stop(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'coupon-batch') id: number,
  ): Promise<AdminBatchView> {
    return this.unitOfWork.run(async (tx) => {
      const batch = await this.batches.find(tx, id);
      if (!batch || !admin.brandIds.includes(batch.brandId)) {
        throw notFound();
      }
      if (await this.batches.end(tx, id, 'stopped', '管理员停止')) {
        const subject = { brandId: batch.brandId, action: 'coupon-batch.stopped', kind: 'coupon-batch', id };
        await this.record(tx, admin, subject, {});
      }
      return this.view(tx, id);
    });
  }

  private async templateOf(tx: Tx, admin: AdminActor, templateId: number): Promise<CouponTemplate> {
    const template = await this.templates.findOf(tx, admin.brandIds, templateId);
    if (!template) {
      throw notFound();
    }
    return template;
  }

  private async view(tx: Tx, batchId: number): Promise<AdminBatchView> {
    const batch = await this.batches.find(tx, batchId);
    if (!batch) {
      throw notFound();
    }
    return toAdminBatchView(batch);
  }

  private record(
    tx: Tx,
    { adminId }: AdminActor,
    deed: { brandId: number; action: string; kind: string; id: number },
    detail: object,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor: { kind: 'admin', id: adminId },
      brandId: deed.brandId,
      action: deed.action,
      subject: { kind: deed.kind, id: deed.id },
      detail,
    });
  }
}

function beforeId(after: string | undefined): number {
  return after === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(after, ['number'])[0];
}
