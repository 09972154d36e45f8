import { Body, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { AddressListView, AddressView, toAddressView } from './address.view.js';
import { NewAddressBody } from './addresses.dto.js';
import { Addresses } from './addresses.js';

@MemberApi('addresses')
export class MemberAddressesController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly addresses: Addresses,
  ) {}

  @Get()
  @ForMember()
  @ApiOkResponse({ type: AddressListView })
  async list(@CurrentMember() { memberId }: MemberActor): Promise<AddressListView> {
    return { items: (await this.addresses.ofMember(this.database, memberId)).map(toAddressView) };
  }

  @Post()
  @ForMember()
  @ApiCreatedResponse({ type: AddressView })
  async add(@CurrentMember() { memberId }: MemberActor, @Body() body: NewAddressBody): Promise<AddressView> {
    return toAddressView(await this.unitOfWork.run((tx) => this.addresses.add(tx, memberId, body)));
  }

  @Delete(':id')
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  remove(@CurrentMember() { memberId }: MemberActor, @IdParam('id', 'address') id: number): Promise<void> {
    return this.unitOfWork.run((tx) => this.addresses.remove(tx, memberId, id));
  }
}
