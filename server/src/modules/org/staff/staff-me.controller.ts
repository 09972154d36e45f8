import { Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentStaff, ForStaff, StaffApi, type StaffActor } from '../../../platform/auth/index.js';
import { notFound } from '../../../platform/http/index.js';
import { StaffLookup } from './staff-lookup.js';
import { WorkplaceView, toWorkplaceView } from './staff.view.js';

@StaffApi('me')
export class StaffMeController {
  constructor(private readonly staff: StaffLookup) {}

  @Get()
  @ForStaff(null)
  @ApiOkResponse({ type: WorkplaceView })
  async find(@CurrentStaff() { memberId }: StaffActor): Promise<WorkplaceView> {
    const workplace = await this.staff.ofMember(memberId);
    if (!workplace) {
      throw notFound();
    }
    return toWorkplaceView(workplace);
  }
}
