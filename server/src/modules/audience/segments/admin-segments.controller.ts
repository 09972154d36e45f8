import { Body, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { IdParam, PageQuery, encodeCursor, pageOf, toPage, type Page } from '../../../platform/http/index.js';
import { MemberPlaces, MemberRowView, toMemberRowView } from '../../members/index.js';
import { ChangeSegment } from './change-segment.js';
import { SaveSegment } from './save-segment.js';
import { readExpression } from './segment-keys.js';
import { SegmentLookup, type MembersFound } from './segment-lookup.js';
import { SegmentQuestions } from './segment-questions.js';
import {
  SegmentBreakdownView,
  SegmentCountView,
  SegmentView,
  SegmentVocabularyView,
  toSegmentView,
} from './segment.view.js';
import {
  ChangeSegmentBody,
  CountBody,
  NewSegmentBody,
  SegmentMembersBody,
  SegmentsQuery,
  VocabularyQuery,
} from './segments.dto.js';

@AdminApi('segments')
export class AdminSegmentsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly questions: SegmentQuestions,
    private readonly segments: SegmentLookup,
    private readonly places: MemberPlaces,
    private readonly saveSegment: SaveSegment,
    private readonly changeSegment: ChangeSegment,
  ) {}

  @Post('count')
  @HttpCode(200)
  @ForAdmin('segments.see')
  @ApiOkResponse({ type: SegmentCountView })
  count(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, expression }: CountBody,
  ): Promise<SegmentCountView> {
    return this.questions.count(admin, brandId, readExpression(expression));
  }

  @Post('breakdown')
  @HttpCode(200)
  @ForAdmin('segments.see')
  @ApiOkResponse({ type: SegmentBreakdownView })
  breakdown(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, expression }: CountBody,
  ): Promise<SegmentBreakdownView> {
    return this.questions.breakdown(admin, brandId, readExpression(expression));
  }

  @Post('members')
  @HttpCode(200)
  @ForAdmin('segments.see')
  @ApiOkResponse({ type: pageOf(MemberRowView) })
  async members(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, expression, ...page }: SegmentMembersBody,
  ): Promise<Page<MemberRowView>> {
    return this.membersPage(await this.segments.members(admin, brandId, readExpression(expression), page));
  }

  @Get('vocabulary')
  @ForAdmin('segments.see')
  @ApiOkResponse({ type: SegmentVocabularyView })
  vocabulary(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: VocabularyQuery,
  ): Promise<SegmentVocabularyView> {
    return this.questions.vocabulary(admin, brandId);
  }

  @Get()
  @ForAdmin('segments.see')
  @ApiOkResponse({ type: pageOf(SegmentView) })
  async list(@CurrentAdmin() admin: AdminActor, @Query() query: SegmentsQuery): Promise<Page<SegmentView>> {
    const segments = await this.segments.page(admin, query.brandId, query);
    return toPage(segments, query.limit, ({ id }) => [id], toSegmentView);
  }

  @Post()
  @ForAdmin('segments.edit')
  @ApiCreatedResponse({ type: SegmentView })
  async create(@CurrentAdmin() admin: AdminActor, @Body() body: NewSegmentBody): Promise<SegmentView> {
    const segment = { ...body, expression: readExpression(body.expression) };
    return toSegmentView(await this.unitOfWork.run((tx) => this.saveSegment.execute(tx, admin, segment)));
  }

  @Get(':id')
  @ForAdmin('segments.see')
  @ApiOkResponse({ type: SegmentView })
  async find(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'segment') id: number): Promise<SegmentView> {
    return toSegmentView(await this.segments.get(admin, id));
  }

  @Get(':id/members')
  @ForAdmin('segments.see')
  @ApiOkResponse({ type: pageOf(MemberRowView) })
  async membersOf(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'segment') id: number,
    @Query() page: PageQuery,
  ): Promise<Page<MemberRowView>> {
    const segment = await this.segments.get(admin, id);
    return this.membersPage(await this.segments.membersOf(admin, segment, page));
  }

  @Patch(':id')
  @ForAdmin('segments.edit')
  @ApiOkResponse({ type: SegmentView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'segment') id: number,
    @Body() { name, expression }: ChangeSegmentBody,
  ): Promise<SegmentView> {
    const change = { name, expression: expression && readExpression(expression) };
    return toSegmentView(
      await this.unitOfWork.run((tx) => this.changeSegment.execute(tx, admin, id, change)),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @ForAdmin('segments.edit')
  @ApiNoContentResponse()
  async archive(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'segment') id: number): Promise<void> {
    await this.unitOfWork.run((tx) => this.changeSegment.archive(tx, admin, id));
  }

  private async membersPage({ entries, next }: MembersFound): Promise<Page<MemberRowView>> {
    const places = await this.places.of(entries.map(({ membership }) => membership));
    return {
      items: entries.map((entry) => toMemberRowView(entry, places)),
      next: next === null ? null : encodeCursor([next]),
    };
  }
}
