import { Body, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentStaff, ForStaff, StaffApi, type StaffActor } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { CodeParam } from '../../platform/http/index.js';
import { PICKUP_CODE } from './order-numbers.js';
import { HandOverOrder } from './hand-over-order.js';
import { OrderLookup } from './order-lookup.js';
import { OrderView, toOrderView } from './order.view.js';
import { PickupBody } from './orders.dto.js';
import type { OrderRow } from './orders.repository.js';

@StaffApi('pickups')
export class StaffPickupsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly handOver: HandOverOrder,
    private readonly orders: OrderLookup,
  ) {}

  /** What the code stands for, before anything is handed over. */
  @Get(':code')
  @ForStaff('pickups.hand-over')
  @ApiOkResponse({ type: OrderView })
  async show(
    @CurrentStaff() staff: StaffActor,
    @CodeParam('code', PICKUP_CODE) code: string,
  ): Promise<OrderView> {
    return this.view(await this.orders.byPickupCode(staff, code));
  }

  @Post()
  @HttpCode(200)
  @ForStaff('pickups.hand-over')
  @ApiOkResponse({ type: OrderView })
  async collect(@CurrentStaff() staff: StaffActor, @Body() { code }: PickupBody): Promise<OrderView> {
    return this.view(await this.unitOfWork.run((tx) => this.handOver.execute(tx, staff, code)));
  }

  @Post('ready')
  @HttpCode(200)
  @ForStaff('pickups.hand-over')
  @ApiOkResponse({ type: OrderView })
  async ready(@CurrentStaff() staff: StaffActor, @Body() { code }: PickupBody): Promise<OrderView> {
    return this.view(await this.unitOfWork.run((tx) => this.handOver.markReady(tx, staff, code)));
  }

  private async view(order: OrderRow): Promise<OrderView> {
    return toOrderView(await this.orders.detail(order), []);
  }
}
