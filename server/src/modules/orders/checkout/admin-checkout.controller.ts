import { Body, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Audit } from '../../../platform/audit/index.js';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { CodeParam, IdParam, decodeCursor, notFound, toPage } from '../../../platform/http/index.js';
import { StoreLookup, requireBrand, type Store } from '../../org/index.js';
import { OrderLookup } from '../order-lookup.js';
import { CheckoutLinks, LINK_CODE } from './checkout-links.js';
import {
  ChangeCheckoutLinkBody,
  CheckoutLinksQuery,
  InvoicesQuery,
  IssuedInvoiceBody,
  NewCheckoutLinkBody,
  OrderRuleBody,
  OrderRuleQuery,
  PickupRuleBody,
} from './checkout.dto.js';
import {
  AdminCheckoutLinkPage,
  AdminCheckoutLinkView,
  OrderInvoicePage,
  OrderRuleView,
  PickupRuleView,
  toAdminCheckoutLinkView,
  toOrderInvoiceView,
  toOrderRuleView,
  toPickupRuleView,
} from './checkout.view.js';
import { Invoices } from './invoices.js';
import { OrderRules } from './order-rules.js';

/** How a brand's orders come in: rules, windows, links and invoices. */
@AdminApi('')
export class AdminCheckoutController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly stores: StoreLookup,
    private readonly rules: OrderRules,
    private readonly links: CheckoutLinks,
    private readonly orders: OrderLookup,
    private readonly invoices: Invoices,
  ) {}

  @Get('order-rules')
  @ForAdmin('stores.see')
  @ApiOkResponse({ type: OrderRuleView })
  async rule(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: OrderRuleQuery,
  ): Promise<OrderRuleView> {
    requireBrand(admin, brandId);
    return toOrderRuleView(await this.rules.of(brandId));
  }

  @Put('order-rules')
  @HttpCode(204)
  @ForAdmin('stores.edit')
  @ApiNoContentResponse()
  async setRule(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, ...rule }: OrderRuleBody,
  ): Promise<void> {
    requireBrand(admin, brandId);
    await this.unitOfWork.run(async (tx) => {
      await this.rules.set(tx, brandId, rule);
      await this.audit.record(tx, {
        actor: { kind: 'admin', id: admin.adminId },
        brandId,
        action: 'order-rules.changed',
        subject: { kind: 'brand', id: brandId },
        detail: rule,
      });
    });
  }

  @Get('stores/:id/pickup-rule')
  @ForAdmin('stores.see')
  @ApiOkResponse({ type: PickupRuleView })
  async pickupRule(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'store') id: number,
  ): Promise<PickupRuleView> {
    const store = await this.storeOf(admin, id);
    return toPickupRuleView(await this.rules.pickupAt(store.id));
  }

  @Put('stores/:id/pickup-rule')
  @HttpCode(204)
  @ForAdmin('stores.edit')
  @ApiNoContentResponse()
  async setPickupRule(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'store') id: number,
    @Body() rule: PickupRuleBody,
  ): Promise<void> {
    const store = await this.storeOf(admin, id);
    await this.unitOfWork.run(async (tx) => {
      await this.rules.setPickup(tx, store.id, rule);
      await this.audit.record(tx, {
        actor: { kind: 'admin', id: admin.adminId },
        brandId: store.brandId,
        action: 'pickup-rule.changed',
        subject: { kind: 'store', id: store.id },
        detail: rule,
      });
    });
  }

  @Get('checkout-links')
  @ForAdmin('orders.see')
  @ApiOkResponse({ type: AdminCheckoutLinkPage })
  async listLinks(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, after, limit }: CheckoutLinksQuery,
  ): Promise<AdminCheckoutLinkPage> {
    requireBrand(admin, brandId);
    const rows = await this.links.page(brandId, beforeId(after), limit + 1);
    return toPage(rows, limit, ({ id }) => [id], toAdminCheckoutLinkView);
  }

  @Post('checkout-links')
  @ForAdmin('orders.fulfil')
  @ApiCreatedResponse({ type: AdminCheckoutLinkView })
  async createLink(
    @CurrentAdmin() admin: AdminActor,
    @Body() { endsAt, ...body }: NewCheckoutLinkBody,
  ): Promise<AdminCheckoutLinkView> {
    requireBrand(admin, body.brandId);
    const wish = { ...body, endsAt: endsAt === undefined ? undefined : new Date(endsAt) };
    const link = await this.unitOfWork.run((tx) => this.links.create(tx, wish));
    return toAdminCheckoutLinkView({ ...link, orders: 0 });
  }

  @Patch('checkout-links/:code')
  @HttpCode(204)
  @ForAdmin('orders.fulfil')
  @ApiNoContentResponse()
  changeLink(
    @CurrentAdmin() admin: AdminActor,
    @CodeParam('code', LINK_CODE) code: string,
    @Body() { active }: ChangeCheckoutLinkBody,
  ): Promise<void> {
    return this.unitOfWork.run((tx) =>
      this.links.setStatus(tx, admin.brandIds, code, active ? 'active' : 'paused'),
    );
  }

  /** What customers asked for; only those who send things see whom it is for. */
  @Get('invoices')
  @ForAdmin('orders.fulfil')
  @ApiOkResponse({ type: OrderInvoicePage })
  async listInvoices(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, status, after, limit }: InvoicesQuery,
  ): Promise<OrderInvoicePage> {
    requireBrand(admin, brandId);
    const rows = await this.invoices.page({ brandId, status, beforeId: beforeId(after) }, limit + 1);
    return toPage(rows, limit, ({ orderId }) => [orderId], toOrderInvoiceView);
  }

  @Post('orders/:id/invoice')
  @HttpCode(204)
  @ForAdmin('orders.fulfil')
  @ApiNoContentResponse()
  async issueInvoice(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'order') id: number,
    @Body() { number }: IssuedInvoiceBody,
  ): Promise<void> {
    const order = await this.orders.ofBrands(admin.brandIds, id);
    await this.unitOfWork.run((tx) => this.invoices.issue(tx, admin, order, number));
  }

  /** @throws Refusal `not_found` when it is no store of the admin's brands */
  private async storeOf(admin: AdminActor, storeId: number): Promise<Store> {
    const store = await this.stores.find(storeId);
    if (!store || !admin.brandIds.includes(store.brandId)) {
      throw notFound();
    }
    return store;
  }
}

function beforeId(after: string | undefined): number {
  return after === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(after, ['number'])[0];
}
