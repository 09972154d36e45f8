import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { IdParam } from '../../platform/http/index.js';
import { AfterSaleLookup } from './after-sale-lookup.js';
import { AfterSaleSummaryPage, AfterSaleView } from './after-sale.view.js';
import { MemberAfterSalesQuery, SendBackBody } from './after-sales.dto.js';
import { HandleAfterSale } from './handle-after-sale.js';

@MemberApi('after-sales')
export class MemberAfterSalesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly afterSales: AfterSaleLookup,
    private readonly handle: HandleAfterSale,
  ) {}

  @Get()
  @ForMember()
  @ApiOkResponse({ type: AfterSaleSummaryPage })
  list(
    @CurrentMember() { memberId }: MemberActor,
    @Query() { brandId, ...page }: MemberAfterSalesQuery,
  ): Promise<AfterSaleSummaryPage> {
    return this.afterSales.memberPage(memberId, brandId, page);
  }

  @Get(':id')
  @ForMember()
  @ApiOkResponse({ type: AfterSaleView })
  show(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'after-sale') id: number,
  ): Promise<AfterSaleView> {
    return this.afterSales.ofMember(memberId, id);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: AfterSaleView })
  async withdraw(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'after-sale') id: number,
  ): Promise<AfterSaleView> {
    await this.unitOfWork.run((tx) => this.handle.withdraw(tx, memberId, id));
    return this.afterSales.ofMember(memberId, id);
  }

  @Post(':id/parcel')
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: AfterSaleView })
  async sendBack(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'after-sale') id: number,
    @Body() parcel: SendBackBody,
  ): Promise<AfterSaleView> {
    await this.unitOfWork.run((tx) => this.handle.sendBack(tx, memberId, id, parcel));
    return this.afterSales.ofMember(memberId, id);
  }
}
