import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { IdParam } from '../../platform/http/index.js';
import { requireBrand } from '../org/index.js';
import { OrderLookup } from './order-lookup.js';
import { OrderSummaryPage } from './order.view.js';
import { AdminOrdersQuery, ShipmentBody } from './orders.dto.js';
import { PrepareOrder } from './prepare-order.js';
import { ShipOrder } from './ship-order.js';
import { adminWorker } from './workers.js';

@AdminApi('orders')
export class AdminOrdersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderLookup,
    private readonly prepareOrder: PrepareOrder,
    private readonly shipOrder: ShipOrder,
  ) {}

  @Get()
  @ForAdmin('orders.see')
  @ApiOkResponse({ type: OrderSummaryPage })
  list(@CurrentAdmin() admin: AdminActor, @Query() query: AdminOrdersQuery): Promise<OrderSummaryPage> {
    requireBrand(admin, query.brandId);
    return this.orders.brandPage(query);
  }

  @Post(':id/acceptance')
  @HttpCode(204)
  @ForAdmin('orders.fulfil')
  @ApiNoContentResponse()
  async accept(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'order') id: number): Promise<void> {
    await this.unitOfWork.run((tx) => this.prepareOrder.accept(tx, adminWorker(admin), id));
  }

  /** With pick-up: it waits at the counter. */
  @Post(':id/readiness')
  @HttpCode(204)
  @ForAdmin('orders.fulfil')
  @ApiNoContentResponse()
  async ready(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'order') id: number): Promise<void> {
    await this.unitOfWork.run((tx) => this.prepareOrder.markReady(tx, adminWorker(admin), id));
  }

  /** A parcel: the whole order, or the lines that are in it. Telling of one parcel twice sends it once. */
  @Post(':id/shipment')
  @HttpCode(204)
  @ForAdmin('orders.fulfil')
  @ApiNoContentResponse()
  async ship(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'order') id: number,
    @Body() shipment: ShipmentBody,
  ): Promise<void> {
    await this.unitOfWork.run((tx) => this.shipOrder.execute(tx, adminWorker(admin), id, shipment));
  }
}
