import { Body, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { IdParam, pageOf, type Page } from '../../../platform/http/index.js';
import { AdminStoreLookup } from './admin-store-lookup.js';
import { ChangeStore } from './change-store.js';
import { CreateStore } from './create-store.js';
import { AdminStoreView, toAdminStoreView } from './store.view.js';
import { AdminStoresQuery, ChangeStoreBody, NewStoreBody } from './stores.dto.js';

@AdminApi('stores')
export class AdminStoresController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stores: AdminStoreLookup,
    private readonly createStore: CreateStore,
    private readonly changeStore: ChangeStore,
  ) {}

  @Get()
  @ForAdmin('stores.see')
  @ApiOkResponse({ type: pageOf(AdminStoreView) })
  list(@CurrentAdmin() admin: AdminActor, @Query() query: AdminStoresQuery): Promise<Page<AdminStoreView>> {
    return this.stores.page(admin, query.brandId, query);
  }

  @Post()
  @ForAdmin('stores.edit')
  @ApiCreatedResponse({ type: AdminStoreView })
  async create(@CurrentAdmin() admin: AdminActor, @Body() body: NewStoreBody): Promise<AdminStoreView> {
    return toAdminStoreView(await this.unitOfWork.run((tx) => this.createStore.execute(tx, admin, body)));
  }

  @Patch(':id')
  @ForAdmin('stores.edit')
  @ApiOkResponse({ type: AdminStoreView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'store') id: number,
    @Body() body: ChangeStoreBody,
  ): Promise<AdminStoreView> {
    return toAdminStoreView(await this.unitOfWork.run((tx) => this.changeStore.execute(tx, admin, id, body)));
  }
}
