import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { IdParam } from '../../platform/http/index.js';
import { requireBrand } from '../org/index.js';
import { OrderLookup } from './order-lookup.js';
import { OrderSummaryPage } from './order.view.js';
import { AdminOrdersQuery, ShipmentBody } from './orders.dto.js';
import { ShipOrder } from './ship-order.js';

@AdminApi('orders')
export class AdminOrdersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderLookup,
    private readonly shipOrder: ShipOrder,
  ) {}

  @Get()
  @ForAdmin('orders.see')
  @ApiOkResponse({ type: OrderSummaryPage })
  list(@CurrentAdmin() admin: AdminActor, @Query() query: AdminOrdersQuery): Promise<OrderSummaryPage> {
    requireBrand(admin, query.brandId);
    return this.orders.brandPage(query);
  }

  @Post(':id/shipment')
  @HttpCode(204)
  @ForAdmin('orders.fulfil')
  @ApiNoContentResponse()
  async ship(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'order') id: number,
    @Body() shipment: ShipmentBody,
  ): Promise<void> {
    await this.unitOfWork.run((tx) => this.shipOrder.execute(tx, admin, id, shipment));
  }
}
