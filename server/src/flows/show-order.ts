import { Get, Injectable } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  AdminApi,
  CurrentAdmin,
  CurrentMember,
  ForAdmin,
  ForMember,
  MemberApi,
  type AdminActor,
  type MemberActor,
} from '../platform/auth/index.js';
import { CodeParam, IdParam } from '../platform/http/index.js';
import { OUT_TRADE_NO, OrderLookup, OrderView, toOrderView, type OrderRow } from '../modules/orders/index.js';
import { PaymentLookup } from '../modules/payments/index.js';

/** An order with the money that is on its way back. */
@Injectable()
export class OrderPages {
  constructor(
    private readonly orders: OrderLookup,
    private readonly payments: PaymentLookup,
  ) {}

  async view(order: OrderRow): Promise<OrderView> {
    const [detail, refunds] = await Promise.all([
      this.orders.detail(order),
      this.payments.refundsOf([order.id]),
    ]);
    return toOrderView(detail, refunds);
  }
}

@MemberApi('orders')
export class MemberOrderController {
  constructor(
    private readonly orders: OrderLookup,
    private readonly pages: OrderPages,
  ) {}

  @Get(':id')
  @ForMember()
  @ApiOkResponse({ type: OrderView })
  async show(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'order') id: number,
  ): Promise<OrderView> {
    return this.pages.view(await this.orders.ofMember(memberId, id));
  }

  /** WeChat's order centre links with its own number. */
  @Get('by-trade-no/:outTradeNo')
  @ForMember()
  @ApiOkResponse({ type: OrderView })
  async showByTradeNo(
    @CurrentMember() { memberId }: MemberActor,
    @CodeParam('outTradeNo', OUT_TRADE_NO) outTradeNo: string,
  ): Promise<OrderView> {
    return this.pages.view(await this.orders.ofMemberByTradeNo(memberId, outTradeNo));
  }
}

@AdminApi('orders')
export class AdminOrderController {
  constructor(
    private readonly orders: OrderLookup,
    private readonly pages: OrderPages,
  ) {}

  @Get(':id')
  @ForAdmin('orders.see')
  @ApiOkResponse({ type: OrderView })
  async show(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'order') id: number): Promise<OrderView> {
    return masked(admin, await this.pages.view(await this.orders.ofBrands(admin.brandIds, id)));
  }
}

/** Only those who send parcels need to know where to. */
function masked(admin: AdminActor, view: OrderView): OrderView {
  const { address } = view.fulfilment;
  if (!address || admin.permissions.includes('orders.fulfil')) {
    return view;
  }
  const hidden = {
    name: `${address.name.slice(0, 1)}**`,
    phone: `${address.phone.slice(0, 3)}****${address.phone.slice(-4)}`,
    address: '（无发货权限，不显示地址）',
  };
  return { ...view, fulfilment: { ...view.fulfilment, address: hidden } };
}
