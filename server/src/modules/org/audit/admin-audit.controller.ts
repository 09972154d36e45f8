import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { pageOf, type Page } from '../../../platform/http/index.js';
import { AuditLookup } from './audit-lookup.js';
import { AuditQuery } from './audit.dto.js';
import { AuditEntryView } from './audit.view.js';

@AdminApi('audit')
export class AdminAuditController {
  constructor(private readonly audit: AuditLookup) {}

  @Get()
  @ForAdmin('audit.see')
  @ApiOkResponse({ type: pageOf(AuditEntryView) })
  list(@CurrentAdmin() admin: AdminActor, @Query() query: AuditQuery): Promise<Page<AuditEntryView>> {
    return this.audit.page(admin, query.brandId, query);
  }
}
