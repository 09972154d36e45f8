import { Body, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { CurrentStaff, ForStaff, StaffApi, type StaffActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { StaffLookup } from '../../org/index.js';
import { OrderLookup } from '../order-lookup.js';
import { RemarkBody, RemarkListView, toRemarkView } from './desk.dto.js';
import { Remarks } from './remarks.js';

@StaffApi('orders')
export class StaffRemarksController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderLookup,
    private readonly staff: StaffLookup,
    private readonly remarks: Remarks,
  ) {}

  @Get(':id/remarks')
  @ForStaff('orders.prepare')
  @ApiOkResponse({ type: RemarkListView })
  async list(@CurrentStaff() staff: StaffActor, @IdParam('id', 'order') id: number): Promise<RemarkListView> {
    await this.orders.ofStores(staff.storeIds, id);
    return { items: (await this.remarks.of(id)).map(toRemarkView) };
  }

  @Post(':id/remarks')
  @HttpCode(204)
  @ForStaff('orders.prepare')
  @ApiNoContentResponse()
  async remark(
    @CurrentStaff() staff: StaffActor,
    @IdParam('id', 'order') id: number,
    @Body() { text }: RemarkBody,
  ): Promise<void> {
    await this.orders.ofStores(staff.storeIds, id);
    const author = (await this.staff.ofMember(staff.memberId))?.name ?? '店员';
    await this.unitOfWork.run((tx) => this.remarks.add(tx, id, `staff:${staff.staffId}`, author, text));
  }
}
