import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { MemberApi, Public } from '../../../platform/auth/index.js';
import { StoreLookup } from './store-lookup.js';
import { StoreListView, toStoreView } from './store.view.js';
import { StoresQuery } from './stores.dto.js';

const STORES_SHOWN = 100;

@MemberApi('stores')
export class MemberStoresController {
  constructor(private readonly stores: StoreLookup) {}

  @Get()
  @Public('customers look for a store before they join')
  @ApiOkResponse({ type: StoreListView })
  async list(@Query() { brandId, lat, lng }: StoresQuery): Promise<StoreListView> {
    const from = lat === undefined || lng === undefined ? undefined : { lat, lng };
    const nearby = await this.stores.near(brandId, from);
    return { items: nearby.slice(0, STORES_SHOWN).map(toStoreView) };
  }
}
