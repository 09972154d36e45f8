import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentStaff, ForStaff, StaffApi, type StaffActor } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { IdParam } from '../../platform/http/index.js';
import { requireStore } from '../org/index.js';
import { OrderLookup } from './order-lookup.js';
import { OrderSummaryPage, OrderView, toOrderView } from './order.view.js';
import { ShipmentBody, StaffOrdersQuery } from './orders.dto.js';
import { PrepareOrder } from './prepare-order.js';
import { ShipOrder } from './ship-order.js';
import { staffWorker } from './workers.js';

/** What leaves the stores of this staff. */
@StaffApi('orders')
export class StaffOrdersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderLookup,
    private readonly prepareOrder: PrepareOrder,
    private readonly shipOrder: ShipOrder,
  ) {}

  /** The oldest first: whoever waits longest is next. */
  @Get()
  @ForStaff('orders.prepare')
  @ApiOkResponse({ type: OrderSummaryPage })
  list(@CurrentStaff() staff: StaffActor, @Query() query: StaffOrdersQuery): Promise<OrderSummaryPage> {
    requireStore(staff, query.storeId);
    return this.orders.storePage(query);
  }

  @Get(':id')
  @ForStaff('orders.prepare')
  @ApiOkResponse({ type: OrderView })
  show(@CurrentStaff() staff: StaffActor, @IdParam('id', 'order') id: number): Promise<OrderView> {
    return this.view(staff, id);
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @ForStaff('orders.prepare')
  @ApiOkResponse({ type: OrderView })
  async accept(@CurrentStaff() staff: StaffActor, @IdParam('id', 'order') id: number): Promise<OrderView> {
    await this.unitOfWork.run((tx) => this.prepareOrder.accept(tx, staffWorker(staff), id));
    return this.view(staff, id);
  }

  @Post(':id/readiness')
  @HttpCode(200)
  @ForStaff('orders.prepare')
  @ApiOkResponse({ type: OrderView })
  async ready(@CurrentStaff() staff: StaffActor, @IdParam('id', 'order') id: number): Promise<OrderView> {
    await this.unitOfWork.run((tx) => this.prepareOrder.markReady(tx, staffWorker(staff), id));
    return this.view(staff, id);
  }

  /** A parcel: the whole order, or the lines that are in it. Telling of one parcel twice sends it once. */
  @Post(':id/shipment')
  @HttpCode(200)
  @ForStaff('orders.prepare')
  @ApiOkResponse({ type: OrderView })
  async ship(
    @CurrentStaff() staff: StaffActor,
    @IdParam('id', 'order') id: number,
    @Body() shipment: ShipmentBody,
  ): Promise<OrderView> {
    await this.unitOfWork.run((tx) => this.shipOrder.execute(tx, staffWorker(staff), id, shipment));
    return this.view(staff, id);
  }

  private async view({ storeIds }: StaffActor, orderId: number): Promise<OrderView> {
    return toOrderView(await this.orders.detail(await this.orders.ofStores(storeIds, orderId)), []);
  }
}
