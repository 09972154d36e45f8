import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  CurrentMember,
  ForMember,
  ForVisitor,
  MemberApi,
  Visitor,
  type MemberActor,
  type VisitorActor,
} from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { IdParam, IdempotencyKey, Refusal } from '../../platform/http/index.js';
import { currentRequestId } from '../../platform/observability/index.js';
import { StockLookup } from '../inventory/index.js';
import { OrderLookup } from './order-lookup.js';
import { OrderQueue } from './order-queue.js';
import { OfferCoupons } from './coupon-offers.js';
import { OrderSummaryPage, PlacedOrderView, OrderCountsView, toOrderCountsView } from './order.view.js';
import {
  MemberOrdersQuery,
  OrderCountsQuery,
  PlaceOrderBody,
  QuoteBody,
  type FulfilmentBody,
} from './orders.dto.js';
import type { OrderWish } from './place-order.js';
import { PriceCart, type WantedFulfilment } from './price-cart.js';
import { QuoteView, toQuoteView } from './quote.view.js';
import { ReceiveOrder } from './receive-order.js';

@MemberApi('')
export class MemberOrdersController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly stock: StockLookup,
    private readonly priceCart: PriceCart,
    private readonly offerCoupons: OfferCoupons,
    private readonly queue: OrderQueue,
    private readonly receiveOrder: ReceiveOrder,
    private readonly orders: OrderLookup,
  ) {}

  @Post('quotes')
  @HttpCode(200)
  @ForVisitor()
  @ApiOkResponse({ type: QuoteView })
  async quote(
    @Visitor() visitor: VisitorActor,
    @Body() { fulfilment, ...body }: QuoteBody,
  ): Promise<QuoteView> {
    const wanted = { ...body, fulfilment: toWantedFulfilment(fulfilment) };
    const cart = await this.priceCart.execute(this.database, visitor.memberId, wanted);
    const available = await this.stock.ofSellable(this.database, [...cart.skus.values()], cart.storeId);
    const coupons = await this.offerCoupons.execute(this.database, visitor.memberId, body.brandId, cart);
    return toQuoteView({ ...cart, available }, coupons);
  }

  @Post('orders')
  @ForMember()
  @ApiCreatedResponse({ type: PlacedOrderView })
  place(
    @CurrentMember() { memberId }: MemberActor,
    @Body() body: PlaceOrderBody,
    @IdempotencyKey() key: string,
  ): Promise<PlacedOrderView> {
    const wish = { ...toOrderWish(memberId, body), requestId: currentRequestId() };
    return this.queue.place({ actor: `member:${memberId}`, key, route: 'orders.place', body, wish });
  }

  /** How many orders there are by stage. */
  @Get('order-counts')
  @ForMember()
  @ApiOkResponse({ type: OrderCountsView })
  async counts(
    @CurrentMember() { memberId }: MemberActor,
    @Query() { brandId }: OrderCountsQuery,
  ): Promise<OrderCountsView> {
    return toOrderCountsView(await this.orders.counts(memberId, brandId));
  }

  /** The parcels have arrived. */
  @Post('orders/:id/receipt')
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  async receive(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'order') id: number,
  ): Promise<void> {
    await this.orders.ofMember(memberId, id);
    await this.unitOfWork.run((tx) => this.receiveOrder.execute(tx, id, `member:${memberId}`));
  }

  @Get('orders')
  @ForMember()
  @ApiOkResponse({ type: OrderSummaryPage })
  list(
    @CurrentMember() { memberId }: MemberActor,
    @Query() query: MemberOrdersQuery,
  ): Promise<OrderSummaryPage> {
    return this.orders.memberPage(memberId, query);
  }
}

function toOrderWish(
  memberId: number,
  { fulfilment, note = '', pickupFrom, ...cart }: PlaceOrderBody,
): OrderWish {
  if (pickupFrom !== undefined && fulfilment.kind !== 'pickup') {
    throw new Refusal('validation_failed', {
      fields: [{ field: 'pickupFrom', message: '送货的订单不选取货时间' }],
    });
  }
  return {
    ...cart,
    note,
    memberId,
    fulfilment: toWantedFulfilment(fulfilment),
    pickupFrom: pickupFrom === undefined ? undefined : new Date(pickupFrom),
  };
}

function toWantedFulfilment({ kind, storeId, addressId }: FulfilmentBody): WantedFulfilment {
  if (kind === 'pickup' && storeId !== undefined && addressId === undefined) {
    return { kind, storeId };
  }
  if (kind === 'delivery' && addressId !== undefined && storeId === undefined) {
    return { kind, addressId };
  }
  throw new Refusal('validation_failed', {
    fields: [{ field: 'fulfilment', message: kind === 'pickup' ? '请选择取货门店' : '请选择收货地址' }],
  });
}
