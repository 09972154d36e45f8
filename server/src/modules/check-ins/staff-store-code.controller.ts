import { Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentStaff, ForStaff, StaffApi, type StaffActor } from '../../platform/auth/index.js';
import { IdParam } from '../../platform/http/index.js';
import { requireStore } from '../org/index.js';
import { StoreCodeView, toStoreCodeView } from './check-in.view.js';
import { StoreCodes } from './store-codes.js';

@StaffApi('stores')
export class StaffStoreCodeController {
  constructor(private readonly storeCodes: StoreCodes) {}

  @Get(':id/code')
  @ForStaff('store-code.show')
  @ApiOkResponse({ type: StoreCodeView })
  show(@CurrentStaff() staff: StaffActor, @IdParam('id', 'store') storeId: number): StoreCodeView {
    requireStore(staff, storeId);
    return toStoreCodeView(this.storeCodes.show(storeId));
  }
}
