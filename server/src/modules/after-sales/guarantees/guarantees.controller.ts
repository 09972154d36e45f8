import { Body, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { Audit } from '../../../platform/audit/index.js';
import {
  AdminApi,
  CurrentAdmin,
  CurrentMember,
  ForAdmin,
  ForMember,
  MemberApi,
  Public,
  type AdminActor,
  type MemberActor,
} from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { OrderLookup } from '../../orders/index.js';
import { requireBrand } from '../../org/index.js';
import { windowEnd } from '../domain/after-sale-rules.js';
import {
  AdminGuaranteeListView,
  AdminGuaranteeView,
  GuaranteeBody,
  GuaranteeListView,
  GuaranteesQuery,
  NewGuaranteeBody,
  OrderTermsView,
  ReturnWindowsBody,
  ReturnWindowsView,
  toGuaranteeView,
  toPromiseView,
} from './guarantee.view.js';
import { Guarantees } from './guarantees.js';
import { OrderPromises } from './order-promises.js';
import { ReturnWindows } from './return-windows.js';

@MemberApi('')
export class MemberGuaranteesController {
  constructor(
    private readonly database: Database,
    private readonly guarantees: Guarantees,
    private readonly promises: OrderPromises,
    private readonly windows: ReturnWindows,
    private readonly orders: OrderLookup,
  ) {}

  @Get('guarantees')
  @Public('customers see what is guaranteed, and how often it was kept, before they sign in')
  @ApiOkResponse({ type: GuaranteeListView })
  async list(@Query() { brandId }: GuaranteesQuery): Promise<GuaranteeListView> {
    const rows = await this.guarantees.ofBrand(this.database, brandId, { activeOnly: true });
    const rates = await this.promises.rates(
      this.database,
      rows.map(({ id }) => id),
    );
    return { items: rows.map((row) => toGuaranteeView(row, rates.get(row.id))) };
  }

  /** What was promised with an order, and how the clocks stand. */
  @Get('orders/:id/terms')
  @ForMember()
  @ApiOkResponse({ type: OrderTermsView })
  async terms(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'order') id: number,
  ): Promise<OrderTermsView> {
    const order = await this.orders.ofMember(memberId, id);
    const returnDays = await this.windows.ofOrder(this.database, order);
    const promises = await this.promises.ofOrder(this.database, id);
    return {
      returnDays,
      returnUntil: windowEnd('no_reason', order, returnDays)?.toISOString() ?? null,
      promises: promises.map(toPromiseView),
    };
  }
}

@AdminApi('')
export class AdminGuaranteesController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly guarantees: Guarantees,
    private readonly promises: OrderPromises,
    private readonly windows: ReturnWindows,
    private readonly audit: Audit,
  ) {}

  @Get('guarantees')
  @ForAdmin('guarantees.see')
  @ApiOkResponse({ type: AdminGuaranteeListView })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: GuaranteesQuery,
  ): Promise<AdminGuaranteeListView> {
    requireBrand(admin, brandId);
    const rows = await this.guarantees.ofBrand(this.database, brandId, { activeOnly: false });
    const rates = await this.promises.rates(
      this.database,
      rows.map(({ id }) => id),
    );
    return { items: rows.map((row) => ({ ...toGuaranteeView(row, rates.get(row.id)), active: row.active })) };
  }

  @Post('guarantees')
  @ForAdmin('guarantees.edit')
  @ApiCreatedResponse({ type: AdminGuaranteeView })
  async add(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, ...content }: NewGuaranteeBody,
  ): Promise<AdminGuaranteeView> {
    requireBrand(admin, brandId);
    const id = await this.unitOfWork.run(async (tx) => {
      const added = await this.guarantees.add(tx, brandId, content);
      await this.record(tx, admin, brandId, 'guarantee.added', added, content);
      return added;
    });
    return { ...toGuaranteeView({ id, brandId, ...content }, undefined), active: content.active };
  }

  @Put('guarantees/:id')
  @ForAdmin('guarantees.edit')
  @ApiOkResponse({ type: AdminGuaranteeView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'guarantee') id: number,
    @Body() content: GuaranteeBody,
  ): Promise<AdminGuaranteeView> {
    const row = await this.guarantees.ofBrands(this.database, admin.brandIds, id);
    await this.unitOfWork.run(async (tx) => {
      await this.guarantees.change(tx, row, content);
      await this.record(tx, admin, row.brandId, 'guarantee.changed', id, content);
    });
    const rates = await this.promises.rates(this.database, [id]);
    return { ...toGuaranteeView({ ...row, ...content }, rates.get(id)), active: content.active };
  }

  @Get('return-windows')
  @ForAdmin('guarantees.see')
  @ApiOkResponse({ type: ReturnWindowsView })
  async listWindows(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: GuaranteesQuery,
  ): Promise<ReturnWindowsView> {
    requireBrand(admin, brandId);
    return { windows: await this.windows.ofBrand(this.database, brandId) };
  }

  /** For orders that are paid from now on. */
  @Put('return-windows')
  @HttpCode(200)
  @ForAdmin('guarantees.edit')
  @ApiOkResponse({ type: ReturnWindowsView })
  async setWindows(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, windows }: ReturnWindowsBody,
  ): Promise<ReturnWindowsView> {
    requireBrand(admin, brandId);
    const byLevel = new Map(windows.map(({ tierLevel, days }) => [tierLevel, days]));
    // Minus zero is a number of JSON and none of a database.
    const wanted = [...byLevel].map(([tierLevel, days]) => ({
      tierLevel: Math.abs(tierLevel),
      days: Math.abs(days),
    }));
    await this.unitOfWork.run(async (tx) => {
      await this.windows.set(tx, brandId, wanted);
      await this.record(tx, admin, brandId, 'return-windows.set', brandId, { windows: wanted });
    });
    return { windows: await this.windows.ofBrand(this.database, brandId) };
  }

  private record(
    tx: Parameters<Audit['record']>[0],
    admin: AdminActor,
    brandId: number,
    action: string,
    id: number,
    detail: object,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId,
      action,
      subject: { kind: action.startsWith('guarantee') ? 'guarantee' : 'brand', id },
      detail,
    });
  }
}
