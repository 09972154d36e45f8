import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  CurrentMember,
  ForMember,
  MemberApi,
  Public,
  type MemberActor,
} from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { CodeParam, IdParam, Refusal } from '../../../platform/http/index.js';
import { OrderLookup } from '../order-lookup.js';
import { CheckoutLinks, LINK_CODE } from './checkout-links.js';
import { InvoiceBody, PickupWindowsQuery } from './checkout.dto.js';
import {
  CheckoutLinkView,
  PickupWindowListView,
  toCheckoutLinkView,
  toPickupWindowView,
} from './checkout.view.js';
import { Invoices } from './invoices.js';
import { PickupSlots } from './pickup-slots.js';

@MemberApi('')
export class MemberCheckoutController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly slots: PickupSlots,
    private readonly links: CheckoutLinks,
    private readonly orders: OrderLookup,
    private readonly invoices: Invoices,
  ) {}

  @Get('stores/:id/pickup-windows')
  @Public('customers look when they can come before they join')
  @ApiOkResponse({ type: PickupWindowListView })
  async windows(
    @IdParam('id', 'store') storeId: number,
    @Query() { brandId }: PickupWindowsQuery,
  ): Promise<PickupWindowListView> {
    return { items: (await this.slots.free(brandId, storeId)).map(toPickupWindowView) };
  }

  /** What a link from a message puts into the checkout. */
  @Get('checkout-links/:code')
  @Public('a link is opened before anybody signs in')
  @ApiOkResponse({ type: CheckoutLinkView })
  async link(@CodeParam('code', LINK_CODE) code: string): Promise<CheckoutLinkView> {
    return toCheckoutLinkView(await this.links.open(code));
  }

  /** Asking anew corrects what was asked, until it is made out. */
  @Post('orders/:id/invoice')
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  async requestInvoice(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'order') id: number,
    @Body() body: InvoiceBody,
  ): Promise<void> {
    const order = await this.orders.ofMember(memberId, id);
    if (order.status === 'closed' || order.status === 'refunding' || order.status === 'refunded') {
      throw new Refusal('invoice_unavailable');
    }
    await this.unitOfWork.run((tx) => this.invoices.request(tx, order, body));
  }
}
