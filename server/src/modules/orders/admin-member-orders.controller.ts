import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../platform/auth/index.js';
import { Database } from '../../platform/database/index.js';
import { IdParam } from '../../platform/http/index.js';
import { MembershipLookup } from '../members/index.js';
import { requireBrand } from '../org/index.js';
import { OrderLookup } from './order-lookup.js';
import { OrderSummaryPage } from './order.view.js';
import { AdminOrdersQuery } from './orders.dto.js';

@AdminApi('members')
export class AdminMemberOrdersController {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipLookup,
    private readonly orders: OrderLookup,
  ) {}

  @Get(':id/orders')
  @ForAdmin('members.see')
  @ApiOkResponse({ type: OrderSummaryPage })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'member') memberId: number,
    @Query() query: AdminOrdersQuery,
  ): Promise<OrderSummaryPage> {
    requireBrand(admin, query.brandId);
    await this.memberships.inBrand(this.database, memberId, query.brandId);
    return this.orders.memberPage(memberId, query);
  }
}
