import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  CurrentMember,
  ForMember,
  ForVisitor,
  MemberApi,
  Visitor,
  type MemberActor,
  type VisitorActor,
} from '../../platform/auth/index.js';
import { Database } from '../../platform/database/index.js';
import { Idempotency, IdempotencyKey, Refusal } from '../../platform/http/index.js';
import { StockLookup } from '../inventory/index.js';
import { OrderLookup } from './order-lookup.js';
import { OrderSummaryPage, PlacedOrderView, QuoteView, toQuoteView } from './order.view.js';
import { MemberOrdersQuery, PlaceOrderBody, QuoteBody, type FulfilmentBody } from './orders.dto.js';
import { PlaceOrder } from './place-order.js';
import { PriceCart, type WantedFulfilment } from './price-cart.js';

@MemberApi('')
export class MemberOrdersController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly stock: StockLookup,
    private readonly priceCart: PriceCart,
    private readonly placeOrder: PlaceOrder,
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
    const available = await this.stock.available(this.database, [...cart.skus.keys()], cart.storeId);
    return toQuoteView({ ...cart, available });
  }

  @Post('orders')
  @ForMember()
  @ApiCreatedResponse({ type: PlacedOrderView })
  place(
    @CurrentMember() { memberId }: MemberActor,
    @Body() body: PlaceOrderBody,
    @IdempotencyKey() key: string,
  ): Promise<PlacedOrderView> {
    const { fulfilment, note = '', ...cart } = body;
    const wish = { ...cart, note, memberId, fulfilment: toWantedFulfilment(fulfilment) };
    return this.idempotency.run({ actor: `member:${memberId}`, key, route: 'orders.place', body }, (tx) =>
      this.placeOrder.execute(tx, wish),
    );
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
