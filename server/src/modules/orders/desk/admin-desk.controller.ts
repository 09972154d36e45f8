import { Body, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { CodeParam, IdParam } from '../../../platform/http/index.js';
import { OrderLookup } from '../order-lookup.js';
import { adminWorker } from '../workers.js';
import { CorrectParcel } from './correct-parcel.js';
import { CorrectionBody, PARCEL_NUMBER, RemarkBody, RemarkListView, toRemarkView } from './desk.dto.js';
import { Remarks } from './remarks.js';

@AdminApi('orders')
export class AdminDeskController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderLookup,
    private readonly remarks: Remarks,
    private readonly correctParcel: CorrectParcel,
  ) {}

  @Get(':id/remarks')
  @ForAdmin('orders.see')
  @ApiOkResponse({ type: RemarkListView })
  async list(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'order') id: number): Promise<RemarkListView> {
    await this.orders.ofBrands(admin.brandIds, id);
    return { items: (await this.remarks.of(id)).map(toRemarkView) };
  }

  @Post(':id/remarks')
  @HttpCode(204)
  @ForAdmin('orders.fulfil')
  @ApiNoContentResponse()
  async remark(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'order') id: number,
    @Body() { text }: RemarkBody,
  ): Promise<void> {
    await this.orders.ofBrands(admin.brandIds, id);
    await this.unitOfWork.run((tx) => this.remarks.add(tx, id, `admin:${admin.adminId}`, admin.name, text));
  }

  /** A mistyped waybill, once. */
  @Post(':id/parcels/:number/correction')
  @HttpCode(204)
  @ForAdmin('orders.fulfil')
  @ApiNoContentResponse()
  correct(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'order') orderId: number,
    @CodeParam('number', PARCEL_NUMBER) number: string,
    @Body() body: CorrectionBody,
  ): Promise<void> {
    return this.unitOfWork.run((tx) =>
      this.correctParcel.execute(tx, adminWorker(admin), { orderId, number: Number(number), ...body }),
    );
  }
}
