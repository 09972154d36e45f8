import { Body, Get, Header, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { IdParam, pageOf, type Page } from '../../../platform/http/index.js';
import { ChangeLiveCode } from './change-live-code.js';
import { CodePicture } from './code-picture.js';
import { CreateLiveCode } from './create-live-code.js';
import { LiveCodeLookup } from './live-code-lookup.js';
import { AdminLiveCodeView } from './live-code.view.js';
import { AdminLiveCodesQuery, ChangeLiveCodeBody, NewLiveCodeBody, toNewLiveCode } from './live-codes.dto.js';

@AdminApi('live-codes')
export class AdminLiveCodesController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: LiveCodeLookup,
    private readonly createLiveCode: CreateLiveCode,
    private readonly changeLiveCode: ChangeLiveCode,
    private readonly picture: CodePicture,
  ) {}

  @Get()
  @ForAdmin('live-codes.see')
  @ApiOkResponse({ type: pageOf(AdminLiveCodeView) })
  list(
    @CurrentAdmin() admin: AdminActor,
    @Query() query: AdminLiveCodesQuery,
  ): Promise<Page<AdminLiveCodeView>> {
    return this.codes.page(admin, query, query);
  }

  @Post()
  @ForAdmin('live-codes.edit')
  @ApiCreatedResponse({ type: AdminLiveCodeView })
  async create(@CurrentAdmin() admin: AdminActor, @Body() body: NewLiveCodeBody): Promise<AdminLiveCodeView> {
    const routed = await this.unitOfWork.run((tx) =>
      this.createLiveCode.execute(tx, admin, toNewLiveCode(body)),
    );
    return this.codes.view(this.database, routed);
  }

  @Patch(':id')
  @ForAdmin('live-codes.edit')
  @ApiOkResponse({ type: AdminLiveCodeView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'live-code') id: number,
    @Body() body: ChangeLiveCodeBody,
  ): Promise<AdminLiveCodeView> {
    const routed = await this.unitOfWork.run((tx) => this.changeLiveCode.execute(tx, admin, id, body));
    return this.codes.view(this.database, routed);
  }

  @Get(':id/qr.svg')
  @ForAdmin('live-codes.see')
  @Header('content-type', 'image/svg+xml')
  @ApiProduces('image/svg+xml')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'What is printed' })
  async qr(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'live-code') id: number): Promise<string> {
    const { code } = await this.codes.getForAdmin(this.database, admin, id);
    return this.picture.svg(code.code);
  }
}
