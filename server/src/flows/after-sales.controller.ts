import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  AdminAfterSalesQuery,
  AfterSaleLookup,
  AfterSaleSummaryPage,
  AfterSaleView,
  ApprovalBody,
  NewAfterSaleBody,
  ReceiptBody,
  RejectionBody,
  StaffAfterSalesQuery,
  type Handler,
} from '../modules/after-sales/index.js';
import { requireBrand, requireStore } from '../modules/org/index.js';
import { Audit } from '../platform/audit/index.js';
import {
  AdminApi,
  CurrentAdmin,
  CurrentStaff,
  CurrentMember,
  ForAdmin,
  ForMember,
  ForStaff,
  MemberApi,
  StaffApi,
  type AdminActor,
  type MemberActor,
  type StaffActor,
} from '../platform/auth/index.js';
import { UnitOfWork, type Tx } from '../platform/database/index.js';
import { IdParam, Idempotency, IdempotencyKey } from '../platform/http/index.js';
import { AfterSales } from './after-sales.js';

@MemberApi('after-sales')
export class RequestAfterSaleController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly flow: AfterSales,
    private readonly afterSales: AfterSaleLookup,
  ) {}

  @Post()
  @ForMember()
  @ApiCreatedResponse({ type: AfterSaleView })
  async request(
    @CurrentMember() { memberId, openid }: MemberActor,
    @Body() { text = '', pictures = [], ...body }: NewAfterSaleBody,
    @IdempotencyKey() key: string,
  ): Promise<AfterSaleView> {
    const wish = { ...body, text, pictures, memberId, openid };
    const request = { actor: `member:${memberId}`, key, route: 'after-sales.request', body: wish };
    const { id } = await this.idempotency.run(request, async (tx) => ({
      id: await this.flow.request(tx, wish),
    }));
    return this.afterSales.ofMember(memberId, id);
  }
}

@StaffApi('after-sales')
export class StaffAfterSalesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly flow: AfterSales,
    private readonly afterSales: AfterSaleLookup,
  ) {}

  @Get()
  @ForStaff('after-sales.handle')
  @ApiOkResponse({ type: AfterSaleSummaryPage })
  list(
    @CurrentStaff() staff: StaffActor,
    @Query() { storeId, queue = 'waiting', ...page }: StaffAfterSalesQuery,
  ): Promise<AfterSaleSummaryPage> {
    requireStore(staff, storeId);
    return this.afterSales.queuePage({ storeId }, queue, page);
  }

  @Get(':id')
  @ForStaff('after-sales.handle')
  @ApiOkResponse({ type: AfterSaleView })
  show(@CurrentStaff() staff: StaffActor, @IdParam('id', 'after-sale') id: number): Promise<AfterSaleView> {
    return this.afterSales.ofHandler(staffHandler(staff), id);
  }

  @Post(':id/approval')
  @HttpCode(200)
  @ForStaff('after-sales.handle')
  @ApiOkResponse({ type: AfterSaleView })
  approve(
    @CurrentStaff() staff: StaffActor,
    @IdParam('id', 'after-sale') id: number,
    @Body() { lines }: ApprovalBody,
  ): Promise<AfterSaleView> {
    return this.act(staff, id, (tx, handler) => this.flow.approve(tx, handler, id, lines));
  }

  /** Of the request, or of goods that came back and are not what was agreed on. */
  @Post(':id/rejection')
  @HttpCode(200)
  @ForStaff('after-sales.handle')
  @ApiOkResponse({ type: AfterSaleView })
  reject(
    @CurrentStaff() staff: StaffActor,
    @IdParam('id', 'after-sale') id: number,
    @Body() { reason }: RejectionBody,
  ): Promise<AfterSaleView> {
    return this.act(staff, id, (tx, handler) => this.flow.reject(tx, handler, id, reason));
  }

  @Post(':id/receipt')
  @HttpCode(200)
  @ForStaff('after-sales.handle')
  @ApiOkResponse({ type: AfterSaleView })
  receive(
    @CurrentStaff() staff: StaffActor,
    @IdParam('id', 'after-sale') id: number,
    @Body() { lines }: ReceiptBody,
  ): Promise<AfterSaleView> {
    return this.act(staff, id, (tx, handler) => this.flow.receive(tx, handler, id, lines));
  }

  private async act(
    staff: StaffActor,
    id: number,
    work: (tx: Tx, handler: Handler) => Promise<void>,
  ): Promise<AfterSaleView> {
    const handler = staffHandler(staff);
    await this.unitOfWork.run((tx) => work(tx, handler));
    return this.afterSales.ofHandler(handler, id);
  }
}

@AdminApi('after-sales')
export class AdminAfterSalesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly flow: AfterSales,
    private readonly afterSales: AfterSaleLookup,
    private readonly audit: Audit,
  ) {}

  @Get()
  @ForAdmin('after-sales.see')
  @ApiOkResponse({ type: AfterSaleSummaryPage })
  list(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, queue = 'waiting', ...page }: AdminAfterSalesQuery,
  ): Promise<AfterSaleSummaryPage> {
    requireBrand(admin, brandId);
    return this.afterSales.queuePage({ brandId }, queue, page);
  }

  @Get(':id')
  @ForAdmin('after-sales.see')
  @ApiOkResponse({ type: AfterSaleView })
  show(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'after-sale') id: number): Promise<AfterSaleView> {
    return this.afterSales.ofHandler(adminHandler(admin), id);
  }

  @Post(':id/approval')
  @HttpCode(200)
  @ForAdmin('after-sales.decide')
  @ApiOkResponse({ type: AfterSaleView })
  approve(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'after-sale') id: number,
    @Body() { lines }: ApprovalBody,
  ): Promise<AfterSaleView> {
    return this.act(admin, id, 'after-sale.approved', (tx, handler) =>
      this.flow.approve(tx, handler, id, lines),
    );
  }

  /** Of the request, or of goods that came back and are not what was agreed on. */
  @Post(':id/rejection')
  @HttpCode(200)
  @ForAdmin('after-sales.decide')
  @ApiOkResponse({ type: AfterSaleView })
  reject(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'after-sale') id: number,
    @Body() { reason }: RejectionBody,
  ): Promise<AfterSaleView> {
    return this.act(admin, id, 'after-sale.rejected', (tx, handler) =>
      this.flow.reject(tx, handler, id, reason),
    );
  }

  @Post(':id/receipt')
  @HttpCode(200)
  @ForAdmin('after-sales.decide')
  @ApiOkResponse({ type: AfterSaleView })
  receive(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'after-sale') id: number,
    @Body() { lines }: ReceiptBody,
  ): Promise<AfterSaleView> {
    return this.act(admin, id, 'after-sale.received', (tx, handler) =>
      this.flow.receive(tx, handler, id, lines),
    );
  }

  private async act(
    admin: AdminActor,
    id: number,
    action: string,
    work: (tx: Tx, handler: Handler) => Promise<void>,
  ): Promise<AfterSaleView> {
    const handler = adminHandler(admin);
    const { brandId } = await this.afterSales.rowOf(handler, id);
    await this.unitOfWork.run(async (tx) => {
      await work(tx, handler);
      await this.audit.record(tx, {
        actor: { kind: 'admin', id: admin.adminId },
        brandId,
        action,
        subject: { kind: 'after-sale', id },
      });
    });
    return this.afterSales.ofHandler(handler, id);
  }
}

function staffHandler({ staffId, storeIds }: StaffActor): Handler {
  return { kind: 'staff', id: staffId, storeIds };
}

function adminHandler({ adminId, brandIds }: AdminActor): Handler {
  return { kind: 'admin', id: adminId, brandIds };
}
