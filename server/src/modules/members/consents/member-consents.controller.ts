import { Body, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { ConsentLedger } from './consent-ledger.js';
import { ConsentListView, toConsentListView } from './consent.view.js';
import { ConsentsQuery, DecideConsentBody } from './consents.dto.js';
import { DecideConsent } from './decide-consent.js';

@MemberApi('consents')
export class MemberConsentsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly consents: ConsentLedger,
    private readonly decideConsent: DecideConsent,
  ) {}

  @Get()
  @ForMember()
  @ApiOkResponse({ type: ConsentListView })
  async list(
    @CurrentMember() member: MemberActor,
    @Query() { brandId }: ConsentsQuery,
  ): Promise<ConsentListView> {
    return toConsentListView(await this.consents.current(this.database, member.memberId, brandId));
  }

  @Put()
  @ForMember()
  @ApiOkResponse({ type: ConsentListView })
  async decide(
    @CurrentMember() { memberId }: MemberActor,
    @Body() body: DecideConsentBody,
  ): Promise<ConsentListView> {
    return toConsentListView(
      await this.unitOfWork.run((tx) => this.decideConsent.execute(tx, { ...body, memberId })),
    );
  }
}
